package dev.byline.feed;

import dev.byline.content.Standalone;
import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Picture;
import dev.byline.site.Prose;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.site.StaticFile;
import dev.byline.site.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Puts together what feeds say; each article once, however many feeds hold it. */
final class Channels {
    /** The year of a tag URI says when its host was ours; pieces without a date take one that never changes. */
    private static final int YEAR_OF_UNDATED = 2026;

    private static final Map<String, String> TYPES = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "webp", "image/webp",
            "avif", "image/avif",
            "svg", "image/svg+xml");

    private final Settings settings;
    private final Routes routes;
    private final Map<String, Prose> prose;
    private final Map<String, Long> lengths;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<String, StaticFile> files = new HashMap<>();

    Channels(Site site, Routes routes, Map<String, Prose> prose, Map<String, Long> lengths) {
        this.settings = site.settings();
        this.routes = routes;
        this.prose = prose;
        this.lengths = lengths;
        site.staticFiles().forEach(file -> files.put("/" + file.path(), file));
        site.articleFiles().forEach(file -> files.put("articles/" + file.path(), file));
    }

    Channel of(Page.Feed feed) {
        Locale language = feed.language();
        String title = settings.title().in(language);
        List<Entry> items = feed.articles().stream().map(this::entry).toList();
        return new Channel(
                tag(YEAR_OF_UNDATED, "list:/" + feed.list().path()),
                feed.list().under(settings.url()),
                feed.route().under(settings.url()),
                Text.xml(feed.author()
                        .map(Author::name)
                        .or(() -> feed.term().map(Term::name))
                        .map(name -> name + " · " + title)
                        .orElse(title)),
                Text.xml(description(feed, title)),
                language.toLanguageTag(),
                items.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH),
                items);
    }

    private String description(Page.Feed feed, String title) {
        Optional<Author> author = feed.author();
        String about = author.isPresent()
                ? author.get().bio().in(feed.language())
                : settings.description().in(feed.language());
        String tagline = settings.tagline().in(feed.language());
        return !about.isEmpty() ? about : !tagline.isEmpty() ? tagline : title;
    }

    private Entry entry(Article article) {
        return entries.computeIfAbsent(article.id(), id -> make(article));
    }

    private Entry make(Article article) {
        Prose body = prose.get(article.id());
        Route route = routes.article(article);
        String url = route.under(settings.url());
        List<Entry.Credit> credits =
                article.authors().stream().map(author -> credit(author)).toList();
        String byline = CreditLine.html(credits, article.language());
        String content = Standalone.html(body.html().under(settings.url().toString()), url);
        List<String> terms = new ArrayList<>();
        article.category().map(Term::name).ifPresent(terms::add);
        article.tags().stream()
                .map(Term::name)
                .filter(name -> !terms.contains(name))
                .forEach(terms::add);
        int year = article.date().map(ZonedDateTime::getYear).orElse(YEAR_OF_UNDATED);
        return new Entry(
                tag(year, article.id()),
                article.canonical().orElse(url),
                Text.xml(article.title()),
                Text.xml(article.summary().isEmpty() ? body.lead() : article.summary()),
                article.date().map(ZonedDateTime::toInstant),
                article.lastChanged().map(ZonedDateTime::toInstant).orElse(Instant.EPOCH),
                article.language().toLanguageTag(),
                Text.xml(byline + content),
                credits,
                terms.stream().map(Text::xml).toList(),
                article.image().flatMap(picture -> enclosure(article, picture)));
    }

    private Entry.Credit credit(Author author) {
        return new Entry.Credit(
                author.id(),
                Text.xml(author.name()),
                routes.author(author).under(settings.url()),
                author.mainHandle().map(handle -> Text.xml(handle.name())).orElse(""),
                author.mainHandle().flatMap(handle -> handle.profile()).orElse(""),
                author.image()
                        .map(image -> new Route(image.src().substring(1)).under(settings.url()))
                        .orElse(""));
    }

    private Optional<Entry.Enclosure> enclosure(Article article, Picture picture) {
        String folder = article.place().file();
        String key = picture.src().startsWith("/")
                ? picture.src()
                : folder.substring(0, folder.lastIndexOf('/') + 1)
                        + picture.src().replaceFirst("^\\./", "");
        StaticFile file = files.get(key);
        String type = TYPES.get(key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (file == null || type == null) {
            return Optional.empty();
        }
        try {
            Route route = routes.picture(article, picture.src());
            Long made = lengths.get(route.path());
            long length = made == null ? Files.size(file.source()) : made;
            return Optional.of(new Entry.Enclosure(route.under(settings.url()), length, type));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** A tag URI: it stays when the piece moves, because the article's id does. */
    private String tag(int year, String specific) {
        return "tag:" + settings.url().getHost() + "," + year + ":"
                + new Route(specific.replaceAll("/+", "/")).encoded();
    }
}
