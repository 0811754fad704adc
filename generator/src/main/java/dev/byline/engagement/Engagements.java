package dev.byline.engagement;

import dev.byline.engagement.Engagement.Row;
import dev.byline.engagement.Engagement.Unanswered;
import dev.byline.network.Network;
import dev.byline.network.Networks;
import dev.byline.site.Account;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Post;
import dev.byline.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Counts what a site's ledger and its readers' answers tell. */
public final class Engagements {
    private final Site site;
    private final ZoneId zone;
    private final BiPredicate<Account, Feedback> isAccount;
    private final UnaryOperator<Feedback> discreet;
    private final Map<String, Count> authors = new LinkedHashMap<>();
    private final Map<String, Count> pieces = new LinkedHashMap<>();
    private final Map<String, Count> networks = new LinkedHashMap<>();
    private final Map<String, Count> months = new LinkedHashMap<>();
    private final Count all = new Count();
    private final List<Unanswered> unanswered = new ArrayList<>();

    private Engagements(Site site, BiPredicate<Account, Feedback> isAccount, UnaryOperator<Feedback> discreet) {
        this.site = site;
        this.discreet = discreet;
        this.zone = site.settings().timeZone();
        this.isAccount = isAccount;
    }

    /**
     * Counts.
     *
     * @param isAccount tells whether something was said from an account of the site
     * @param discreet an item as it may be shown: private handles of colleagues stay private
     */
    public static Engagement of(Site site, BiPredicate<Account, Feedback> isAccount, UnaryOperator<Feedback> discreet) {
        return new Engagements(site, isAccount, discreet).count();
    }

    private Engagement count() {
        for (Article article : site.articles()) {
            article.authors().forEach(author -> count(authors, author.id()));
            for (Post post : site.posts(article)) {
                if (post.state() == Post.State.PUBLISHED && post.part() == 1) {
                    told(article, post);
                }
            }
            heard(article).forEach(this::add);
        }
        Map<String, Instant> dates = new HashMap<>();
        site.articles().forEach(article -> article.date().ifPresent(date -> dates.put(article.id(), date.toInstant())));
        Comparator<Row> byName = Comparator.comparing(Row::name).thenComparing(Row::id);
        return new Engagement(
                rows(authors, this::nameOfAccount, byName),
                rows(
                        pieces,
                        id -> site.article(id).map(Article::title).orElse(id),
                        Comparator.<Row, Instant>comparing(row -> dates.getOrDefault(row.id(), Instant.MIN))
                                .reversed()
                                .thenComparing(Row::id)),
                rows(
                        networks,
                        Engagements::nameOfNetwork,
                        Comparator.<Row>comparingInt(row ->
                                        row.tally().replies() + row.tally().reactions())
                                .reversed()
                                .thenComparing(Row::id)),
                rows(months, id -> id, Comparator.comparing(Row::id).reversed()),
                all.tally(),
                unanswered.stream()
                        .sorted(Comparator.<Unanswered, Instant>comparing(
                                        waits -> waits.at().orElse(Instant.MAX))
                                .thenComparing(Unanswered::article)
                                .thenComparing(Unanswered::item))
                        .toList());
    }

    private static List<Row> rows(Map<String, Count> counts, UnaryOperator<String> name, Comparator<Row> order) {
        return counts.entrySet().stream()
                .map(entry -> new Row(
                        entry.getKey(),
                        name.apply(entry.getKey()),
                        entry.getValue().tally()))
                .sorted(order)
                .toList();
    }

    private static Count count(Map<String, Count> counts, String id) {
        return counts.computeIfAbsent(id, key -> new Count());
    }

    private void told(Article article, Post post) {
        Stream.of(count(authors, post.account()), count(pieces, article.id()), count(networks, post.network()), all)
                .forEach(Count::post);
        month(post.at()).ifPresent(Count::post);
    }

    /** An answer to a piece of two is an answer to both of them. */
    private void add(Heard heard) {
        heard.article().authors().forEach(author -> count(authors, author.id()).add(heard));
        Feedback item = heard.item();
        Stream.of(
                        count(pieces, heard.article().id()),
                        count(networks, item.origin().source()),
                        all)
                .forEach(count -> count.add(heard));
        month(item.published()).ifPresent(count -> count.add(heard));
        if (heard.isReply() && !heard.answered()) {
            unanswered.add(new Unanswered(
                    heard.article().id(),
                    item.id(),
                    item.origin().source(),
                    item.author().name(),
                    item.published(),
                    item.origin().url()));
        }
    }

    private Optional<Count> month(Optional<Instant> moment) {
        return moment.map(at -> count(
                months, DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT).format(at.atZone(zone))));
    }

    /** What readers answered, each with how soon somebody of the site did. */
    private List<Heard> heard(Article article) {
        List<Feedback> approved = site.feedback(article).stream()
                .filter(item -> item.moderation() == Moderation.APPROVED)
                .map(discreet)
                .toList();
        Map<String, List<Feedback>> answers = new HashMap<>();
        List<Feedback> readers = new ArrayList<>();
        for (Feedback item : approved) {
            if (!isOurs(item)) {
                readers.add(item);
            } else if (item.kind().isSpoken() && item.parent().isPresent()) {
                answers.computeIfAbsent(item.parent().get(), id -> new ArrayList<>())
                        .add(item);
            }
        }
        return readers.stream()
                .map(item -> heard(article, item, answers.getOrDefault(item.id(), List.of())))
                .toList();
    }

    private static Heard heard(Article article, Feedback item, List<Feedback> answers) {
        Optional<Duration> waited = answers.stream()
                .flatMap(answer -> answer.published().stream())
                .min(Comparator.naturalOrder())
                .flatMap(first -> item.published().map(asked -> Duration.between(asked, first)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
        return new Heard(article, item, !answers.isEmpty(), waited);
    }

    private boolean isOurs(Feedback item) {
        return Stream.concat(site.authors().stream().map(Account::of), site.settings().accounts().stream())
                .anyMatch(account -> isAccount.test(account, item));
    }

    private String nameOfAccount(String id) {
        return site.author(id)
                .map(Author::name)
                .or(() -> site.settings().accounts().stream()
                        .filter(account -> account.id().equals(id))
                        .map(Account::name)
                        .findFirst())
                .orElse(id);
    }

    private static String nameOfNetwork(String id) {
        return Networks.byId(id).map(Network::displayName).orElse(id);
    }
}
