package dev.byline.credits;

import dev.byline.page.Route;
import dev.byline.site.Article;
import dev.byline.site.Author;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/** What pages say of the people: to readers, and in their marks and heads to programs. */
final class Pages {
    private final Built built;

    Pages(Built built) {
        this.built = built;
    }

    List<Surface> surfaces() {
        return List.of(
                surface("page", (article, author) -> isByline(head(article), author)),
                listed("list", (article, author) -> isInList(built.routes().home(article.language()), article, author)),
                listed("author page", this::isOnAuthorPage),
                surface("h-card", (article, author) -> isCard(head(article), author)),
                surface("JSON-LD", this::isInLinkedData),
                surface("Open Graph", this::isInOpenGraph),
                fediverse());
    }

    private static Surface surface(String name, BiPredicate<Article, Author> credits) {
        return new Surface() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean credits(Article article, Author author) {
                return credits.test(article, author);
            }
        };
    }

    private static Surface listed(String name, BiPredicate<Article, Author> credits) {
        return new Surface() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Author> expected(Article article) {
                return article.unlisted() ? List.of() : article.authors();
            }

            @Override
            public boolean credits(Article article, Author author) {
                return credits.test(article, author);
            }
        };
    }

    private List<Element> head(Article article) {
        return built.page(built.routes().article(article)).select("article.h-entry > header .p-author");
    }

    /** A name and a handle that people see. */
    private static boolean isByline(List<Element> people, Author author) {
        return people.stream()
                .anyMatch(person ->
                        person.text().contains(author.name()) && person.text().contains(Built.handle(author)));
    }

    /** A card that programs read: name, page and handle. */
    private boolean isCard(List<Element> people, Author author) {
        String page = built.url(built.routes().author(author));
        return people.stream()
                .filter(person -> person.hasClass("h-card"))
                .anyMatch(card -> card.select(".p-name").eachText().contains(author.name())
                        && card.select(".u-url").eachAttr("abs:href").contains(page)
                        && (author.mainHandle().isEmpty()
                                || card.select(".p-nickname").eachText().contains(Built.handle(author))));
    }

    /** Older pages of a list are reached from its front. */
    private boolean isInList(Route list, Article article, Author author) {
        String address = built.url(built.routes().article(article));
        Optional<Route> page = Optional.of(list);
        while (page.isPresent()) {
            Document document = built.page(page.get());
            for (Element entry : document.select(".h-entry")) {
                if (entry.select("a").eachAttr("abs:href").contains(address)) {
                    return isByline(entry.select(".p-author"), author);
                }
            }
            page = Optional.ofNullable(document.selectFirst("a[rel=next]"))
                    .map(older -> older.absUrl("href")
                            .substring(built.url(new Route("")).length()))
                    .filter(older -> older.contains("page/"))
                    .map(Route::new);
        }
        return false;
    }

    /** On their own page and on those of all who wrote it with them. */
    private boolean isOnAuthorPage(Article article, Author author) {
        return article.authors().stream()
                .allMatch(writer -> isInList(built.routes().author(writer), article, author));
    }

    private boolean isInLinkedData(Article article, Author author) {
        String page = built.url(built.routes().author(author));
        return built.page(built.routes().article(article)).select("script[type=application/ld+json]").stream()
                .map(script -> Built.json(script.data()))
                .anyMatch(data -> isPerson(data, author, page));
    }

    private static boolean isPerson(JsonNode data, Author author, String page) {
        return data.findValues("author").stream()
                .flatMap(JsonNode::valueStream)
                .anyMatch(person -> person.path("name").asString("").equals(author.name())
                        && person.path("url").asString("").equals(page)
                        && author.mainHandle()
                                .flatMap(handle -> handle.profile())
                                .map(profile -> person.path("sameAs")
                                        .valueStream()
                                        .anyMatch(same -> same.asString("").equals(profile)))
                                .orElse(true));
    }

    private boolean isInOpenGraph(Article article, Author author) {
        return built.page(built.routes().article(article))
                .select("meta[property=article:author]")
                .eachAttr("content")
                .contains(built.url(built.routes().author(author)));
    }

    private Surface fediverse() {
        return new Surface() {
            @Override
            public String name() {
                return "fediverse:creator";
            }

            @Override
            public List<Author> expected(Article article) {
                return article.authors().stream()
                        .filter(author -> author.handleOn("mastodon").isPresent())
                        .toList();
            }

            @Override
            public boolean credits(Article article, Author author) {
                return built.page(built.routes().article(article))
                        .select("meta[name=fediverse:creator]")
                        .eachAttr("content")
                        .contains(author.handleOn("mastodon").orElseThrow().name());
            }
        };
    }
}
