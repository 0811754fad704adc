package dev.byline.credits;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndPerson;
import dev.byline.feed.Credits;
import dev.byline.page.Route;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.FeedFormat;
import dev.byline.site.Handle;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What feeds say of the people: that of the article's language, and that of each of its authors. */
final class Feeds {
    private final Site site;
    private final Settings.Feeds settings;
    private final Built built;

    Feeds(Site site, Built built) {
        this.site = site;
        this.settings = site.settings().feeds();
        this.built = built;
    }

    /** One for each format, in the order of {@link FeedFormat}. */
    List<Surface> surfaces() {
        return Stream.of(FeedFormat.values())
                .filter(settings.formats()::contains)
                .map(this::surface)
                .toList();
    }

    private Surface surface(FeedFormat format) {
        return switch (format) {
            case RSS -> new Feed("RSS", (article, author) -> everywhere(article, format, author));
            case ATOM -> new Feed("Atom", (article, author) -> everywhere(article, format, author));
            case JSON -> new Feed("JSON Feed", this::isInJsonFeeds);
        };
    }

    /** What is in no feed credits nobody there. */
    private final class Feed implements Surface {
        private final String name;
        private final BiPredicate<Article, Author> credited;

        Feed(String name, BiPredicate<Article, Author> credited) {
            this.name = name;
            this.credited = credited;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Author> expected(Article article) {
            return lists(article).isEmpty() ? List.of() : article.authors();
        }

        @Override
        public boolean credits(Article article, Author author) {
            return credited.test(article, author);
        }
    }

    /** Feeds that an article has to be in, in their archives at the latest; none where it is not listed. */
    private List<Route> lists(Article article) {
        if (article.unlisted()) {
            return List.of();
        }
        List<Route> lists = new ArrayList<>();
        if (isHeld(article, site.listed(article.language()))) {
            lists.add(built.routes().home(article.language()));
        }
        article.authors().stream()
                .filter(author -> isHeld(article, site.listedBy(author)))
                .forEach(author -> lists.add(built.routes().author(author)));
        return lists;
    }

    /** Whether a feed of these articles, newest first, has room for one: without archives, for the newest alone. */
    private boolean isHeld(Article article, List<Article> all) {
        return settings.history()
                || all.stream()
                        .limit(settings.entries())
                        .anyMatch(other -> other.id().equals(article.id()));
    }

    private boolean everywhere(Article article, FeedFormat format, Author author) {
        return lists(article).stream()
                .allMatch(list -> built.entry(list, format, article)
                        .filter(entry -> isNamed(entry, format, author) && hasHandle(entry, author))
                        .isPresent());
    }

    private boolean isNamed(SyndEntry entry, FeedFormat format, Author author) {
        if (format == FeedFormat.RSS) {
            return entry.getModule(DCModule.URI) instanceof DCModule said
                    && said.getCreators().contains(author.name());
        }
        String page = built.url(built.routes().author(author));
        for (SyndPerson person : entry.getAuthors()) {
            if (author.name().equals(person.getName()) && page.equals(person.getUri())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasHandle(SyndEntry entry, Author author) {
        String handle = author.mainHandle().map(Handle::name).orElse("");
        return entry.getModule(Credits.URI) instanceof Credits credits
                && credits.getPeople().stream()
                        .anyMatch(person -> person.name().equals(author.name())
                                && person.handle().equals(handle));
    }

    private boolean isInJsonFeeds(Article article, Author author) {
        return lists(article).stream()
                .allMatch(list -> built.item(list, article)
                        .filter(item -> isNamed(item, author))
                        .isPresent());
    }

    private boolean isNamed(JsonNode item, Author author) {
        String page = built.url(built.routes().author(author));
        String handle = author.mainHandle().map(Handle::name).orElse("");
        boolean named = item.path("authors")
                .valueStream()
                .anyMatch(person -> person.path("name").asString("").equals(author.name())
                        && person.path("url").asString("").equals(page));
        return named
                && item.path("_byline")
                        .path("authors")
                        .valueStream()
                        .anyMatch(person -> person.path("id").asString("").equals(author.id())
                                && person.path("handle").asString("").equals(handle));
    }
}
