package dev.byline.theme;

import dev.byline.feedback.ReplyTime;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes what only an author's own page tells: who else wrote along, who answered, how soon the person replies. */
final class Profiles {
    /** How many of the newest answers of readers stand there. */
    private static final int NEWEST = 3;

    private static final Duration MOST_MINUTES = Duration.ofMinutes(90);
    private static final Duration MOST_HOURS = Duration.ofHours(36);

    private final Site site;
    private final Routes routes;
    private final Views views;
    private final Once<View.Profile> made;

    Profiles(Site site, Routes routes, Views views) {
        this.site = site;
        this.routes = routes;
        this.views = views;
        this.made = new Once<>(site.reads());
    }

    /** The same on each page of the author's pieces. */
    View.Profile of(Author author, Locale language) {
        return made.get(language.toLanguageTag() + " " + author.id(), () -> make(author, language));
    }

    private View.Profile make(Author author, Locale language) {
        List<Article> articles = site.listedBy(author);
        Settings.Make make = site.settings().make();
        return new View.Profile(
                make.contacts() ? routes.vcard(author).encoded() : "",
                make.contacts() ? routes.qr(author).encoded() : "",
                views.people().of(together(author, articles), language),
                heard(articles, language),
                make.answers() ? views.feeds(author.name(), routes.answers(author)) : List.of(),
                make.answers() ? replies(author, articles) : List.of());
    }

    private List<View.Replies> replies(Author author, List<Article> articles) {
        return ReplyTime.of(
                        author,
                        site.authors(),
                        articles.stream().map(site::feedback).toList())
                .map(Profiles::replies)
                .stream()
                .toList();
    }

    /** Whoever wrote along, the most pieces first. */
    private static List<Author> together(Author author, List<Article> articles) {
        Map<Author, Integer> pieces = new HashMap<>();
        articles.forEach(article -> article.authors().stream()
                .filter(other -> !other.id().equals(author.id()))
                .forEach(other -> pieces.merge(other, 1, Integer::sum)));
        return pieces.keySet().stream()
                .sorted(Comparator.<Author>comparingInt(other -> -pieces.get(other))
                        .thenComparing(Author::name)
                        .thenComparing(Author::id))
                .toList();
    }

    private List<View.Heard> heard(List<Article> articles, Locale language) {
        return views.heard(articles, said -> !said.entry().byAuthor(), NEWEST, language);
    }

    /** A number that people would say: minutes up to an hour and a half, hours up to a day and a half, then days. */
    private static View.Replies replies(ReplyTime time) {
        Duration median = time.median();
        if (median.compareTo(MOST_MINUTES) <= 0) {
            return new View.Replies("minutes", Math.max(1, rounded(median, Duration.ofMinutes(1))), time.answered());
        }
        return median.compareTo(MOST_HOURS) <= 0
                ? new View.Replies("hours", rounded(median, Duration.ofHours(1)), time.answered())
                : new View.Replies("days", rounded(median, Duration.ofDays(1)), time.answered());
    }

    private static long rounded(Duration time, Duration unit) {
        return time.plus(unit.dividedBy(2)).dividedBy(unit);
    }
}
