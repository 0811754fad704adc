package dev.byline.credits;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndPerson;
import dev.byline.feed.Credits;
import dev.byline.page.FeedFormat;
import dev.byline.page.Route;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/** What feeds say of the people: that of the article's language, and that of each of its authors. */
final class Feeds {
    private final Built built;

    Feeds(Built built) {
        this.built = built;
    }

    List<Surface> surfaces() {
        return List.of(
                new Feed("RSS", (article, author) -> everywhere(article, FeedFormat.RSS, author)),
                new Feed("Atom", (article, author) -> everywhere(article, FeedFormat.ATOM, author)),
                new Feed("JSON Feed", this::isInJsonFeeds));
    }

    /** What is not listed is in no feed. */
    private record Feed(String name, BiPredicate<Article, Author> credited) implements Surface {
        @Override
        public List<Author> expected(Article article) {
            return article.unlisted() ? List.of() : article.authors();
        }

        @Override
        public boolean credits(Article article, Author author) {
            return credited.test(article, author);
        }
    }

    /** Documents that an article has to be in, in its archives at the latest. */
    private List<Route> lists(Article article) {
        List<Route> lists = new ArrayList<>();
        lists.add(built.routes().home(article.language()));
        article.authors().forEach(author -> lists.add(built.routes().author(author)));
        return lists;
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
