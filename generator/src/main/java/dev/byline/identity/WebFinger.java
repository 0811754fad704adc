package dev.byline.identity;

import dev.byline.network.Networks;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Author;
import dev.byline.site.FeedFormat;
import dev.byline.site.Handle;
import dev.byline.site.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to who asks a site for {@code acct:giulia-ferri@blog.example.com}. One who is on the fediverse is there,
 * so the answer is about that account: whoever searches for the address there finds it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7033">RFC 7033</a>
 */
final class WebFinger {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private WebFinger() {}

    static String of(Author author, Settings settings, Routes routes) {
        Route route = routes.author(author);
        String page = route.under(settings.url());
        String own = routes.account(author);
        Optional<Handle> elsewhere = author.handles().stream()
                .filter(handle -> Networks.isFederated(handle.network()))
                .findFirst();
        String subject = elsewhere
                .map(handle -> "acct:" + handle.name().replaceFirst("^@", ""))
                .orElse(own);
        List<String> aliases = Stream.concat(Stream.of(own, page), elsewhere.flatMap(Handle::profile).stream())
                .filter(alias -> !alias.equals(subject))
                .toList();
        List<Map<String, String>> links = new ArrayList<>();
        links.add(link("http://webfinger.net/rel/profile-page", "text/html", page));
        author.image()
                .map(image -> new Route(image.src().substring(1)).under(settings.url()))
                .ifPresent(image -> links.add(link("http://webfinger.net/rel/avatar", "", image)));
        links.add(link("alternate", "text/vcard", routes.vcard(author).under(settings.url())));
        FeedFormat format = feed(settings.feeds());
        links.add(link(
                "http://schemas.google.com/g/2010#updates-from",
                format.mediaType(),
                routes.feed(route, format).under(settings.url())));
        author.handles().stream()
                .flatMap(handle -> handle.profile().stream())
                .forEach(profile -> links.add(link("me", "", profile)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("subject", subject);
        answer.put("aliases", aliases);
        answer.put("links", links);
        return JSON.writeValueAsString(answer) + "\n";
    }

    /** Those who ask for updates expect Atom; where it is not made, another is better than none. */
    private static FeedFormat feed(Settings.Feeds feeds) {
        return feeds.formats().contains(FeedFormat.ATOM) ? FeedFormat.ATOM : feeds.first();
    }

    private static Map<String, String> link(String rel, String type, String href) {
        Map<String, String> link = new LinkedHashMap<>();
        link.put("rel", rel);
        if (!type.isEmpty()) {
            link.put("type", type);
        }
        link.put("href", href);
        return link;
    }
}
