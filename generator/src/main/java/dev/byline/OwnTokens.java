package dev.byline;

import dev.byline.publish.Secrets;
import dev.byline.site.Account;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import dev.byline.site.Post;
import dev.byline.site.Site;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tokens of our accounts, each for its own server only: {@code BYLINE_MASTODON_TOKEN_GIULIA_FERRI} is shown to {@code
 * social.example} and to no other, as Giulia is {@code @giulia@social.example}.
 */
final class OwnTokens {
    private final Site site;
    private final Map<String, String> environment;

    OwnTokens(Site site, Map<String, String> environment) {
        this.site = site;
        this.environment = environment;
    }

    /** The token of the account that posted; empty where none is given, or the post is not on the account's server. */
    Optional<String> of(Post post) {
        Optional<String> host = post.url().flatMap(OwnTokens::host);
        boolean atHome = host.isPresent()
                && handles(post.account())
                        .filter(handle -> handle.network().equals(post.network()))
                        .map(handle -> handle.name().substring(handle.name().lastIndexOf('@') + 1))
                        .anyMatch(host.get()::equalsIgnoreCase);
        return Optional.ofNullable(environment.get(Secrets.tokenVariable(post.network(), post.account())))
                .map(String::strip)
                .filter(token -> atHome && !token.isEmpty());
    }

    private Stream<Handle> handles(String account) {
        List<Handle> company = site.settings().accounts().stream()
                .filter(one -> one.id().equals(account))
                .map(Account::handles)
                .flatMap(List::stream)
                .toList();
        List<Handle> person = site.author(account).map(Author::handles).orElse(List.of());
        return Stream.concat(company.stream(), person.stream());
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
