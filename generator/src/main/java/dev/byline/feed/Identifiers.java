package dev.byline.feed;

import dev.byline.page.FeedSubject;
import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.site.Article;
import java.net.URI;
import java.time.ZonedDateTime;

/**
 * Names that stay when things move: {@code tag:blog.example,2026:2026/slow-roasting}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4151">RFC 4151, the tag URI scheme</a>
 */
final class Identifiers {
    /** The year of a tag URI says when its host was ours; what has no date takes one that never changes. */
    private static final int YEAR_OF_UNDATED = 2026;

    private final URI site;

    Identifiers(URI site) {
        this.site = site;
    }

    String of(Article article) {
        return tag(year(article), article.id());
    }

    /** An answer to an article, by its id. */
    String of(Article article, String answer) {
        return tag(year(article), article.id() + "/answers/" + answer);
    }

    /** A list is known by its folder, answers by the article that they answer. */
    String of(Page.Feed feed) {
        return feed.subject() instanceof FeedSubject.Answers answers
                ? tag(year(answers.article()), "answers:/" + answers.article().id())
                : tag(YEAR_OF_UNDATED, "list:/" + feed.list().path());
    }

    private static int year(Article article) {
        return article.date().map(ZonedDateTime::getYear).orElse(YEAR_OF_UNDATED);
    }

    private String tag(int year, String specific) {
        return "tag:" + site.getHost() + "," + year + ":" + new Route(specific.replaceAll("/+", "/")).encoded();
    }
}
