package dev.byline.feedback;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Severity;
import dev.byline.output.WholeFile;
import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Post;
import dev.byline.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings the answers to every published post of the ledger, and to every address noted as {@code syndication:}, into {@code
 * feedback/}.
 *
 * <p>What people decided stays: an item keeps its state of moderation however often it is gathered. An edit is followed.
 * What was withdrawn loses its text and becomes {@code removed}, but only if the source told all there is of
 * its kind about every post of the article. A source that fails changes nothing, and the others go on.
 */
public final class Gatherer {
    private static final String LATER = "what was gathered before is kept; gather again later";

    /** How often the same failure is told. */
    private static final int MAX_ALIKE = 5;

    private final Path folder;
    private final Site site;
    private final Addresses addresses;
    private final List<FeedbackSource> sources;
    private final Memory memory;
    private final Instant now;
    private final Diagnostics diagnostics;
    private final Tally tally = new Tally();
    private final Map<String, KnownAnswers> answers = new HashMap<>();
    private Seen seen = Seen.nothing();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final Judgement judgement;
    private Forgotten forgotten = new Forgotten("", new TreeSet<>());
    private int keptOut;
    private int failures;

    /**
     * Prepares to gather.
     *
     * @param folder the site's folder
     * @param addresses finds the article that an address belongs to
     * @param memory what the sources ask through
     * @param now when this is done
     * @param diagnostics hears of sources that fail, as warnings at the ledger
     */
    public Gatherer(
            Path folder,
            Site site,
            Addresses addresses,
            List<FeedbackSource> sources,
            Memory memory,
            Instant now,
            Diagnostics diagnostics) {
        this.folder = folder;
        this.site = site;
        this.addresses = addresses;
        this.sources = List.copyOf(sources);
        this.memory = memory;
        this.now = now;
        this.diagnostics = diagnostics;
        this.judgement = new Judgement(site);
    }

    /**
     * What gathering did.
     *
     * @param failures how many posts and sources could not be asked
     */
    public record Report(int added, int updated, int removed, int unchanged, int failures) {}

    /**
     * Gathers.
     *
     * @param since only pieces that have come out since then are asked about on networks
     * @param all whether everything is asked for again, as if nothing had ever been heard
     */
    public Report gather(Instant since, boolean all) throws IOException {
        Optional<Forgotten> known = Forgotten.of(folder);
        if (known.isEmpty()) {
            diagnostics.error(
                    Place.of(Forgotten.FILE),
                    "it cannot be understood, so nobody is asked: somebody who asked to be forgotten could come back",
                    Forgotten.MENDING);
            return new Report(0, 0, 0, 0, 0);
        }
        forgotten = known.get();
        seen = Seen.of(folder);
        for (FeedbackSource source : sources) {
            if (source instanceof PostSource network) {
                for (Article article : newestFirst(since)) {
                    gather(article, network, all);
                }
            } else if (source instanceof SiteSource collector) {
                gather(collector, all);
            }
        }
        remember(seen.with(memory.marks()));
        tellTheRest();
        if (keptOut > 0) {
            diagnostics.add(new Diagnostic(
                    Severity.NOTICE,
                    Place.of(Forgotten.FILE),
                    keptOut + " answers of people who asked to be forgotten were left out",
                    Optional.empty(),
                    ""));
        }
        return tally.report(failures);
    }

    /** The pieces that are most answered come first, for servers whose limits end before the pieces do. */
    private List<Article> newestFirst(Instant since) {
        Comparator<Article> order = Comparator.<Article, Instant>comparing(
                        article -> article.date().map(ZonedDateTime::toInstant).orElse(Instant.MAX))
                .reversed()
                .thenComparing(Article::id);
        return site.articles().stream()
                .filter(article -> article.date()
                        .map(date -> !date.toInstant().isBefore(since))
                        .orElse(true))
                .sorted(order)
                .toList();
    }

    private void remember(Seen now) throws IOException {
        if (!now.equals(seen)) {
            WholeFile.write(folder.resolve(Seen.FILE), now.yaml());
            seen = now;
        }
    }

    private KnownAnswers answers(Article article) {
        return answers.computeIfAbsent(
                article.id(),
                id -> new KnownAnswers(
                        folder.resolve("feedback").resolve(id),
                        article,
                        site.feedback(article),
                        judgement,
                        now,
                        tally));
    }

    private void gather(SiteSource source, boolean all) throws IOException {
        Optional<String> cursor = all ? Optional.empty() : seen.cursor(source.id());
        SiteSource.Delivered delivered = source.gather(addresses, cursor);
        if (delivered instanceof SiteSource.Delivered.Unavailable unavailable) {
            fail(Place.of("feedback"), source.id(), unavailable.reason());
            return;
        }
        SiteSource.Delivered.News news = (SiteSource.Delivered.News) delivered;
        news.notes().forEach(note -> diagnostics.warning(Place.of("feedback"), source.id() + ": " + note));
        news.failure().ifPresent(reason -> fail(Place.of("feedback"), source.id(), reason));
        Map<String, List<Feedback>> byArticle = new LinkedHashMap<>();
        news.whole().stream().sorted().forEach(id -> byArticle.put(id, new ArrayList<>()));
        news.items()
                .forEach(item -> byArticle
                        .computeIfAbsent(item.article(), id -> new ArrayList<>())
                        .add(item.feedback()));
        for (Map.Entry<String, List<Feedback>> delivery : byArticle.entrySet()) {
            take(source, delivery.getKey(), delivery.getValue(), news);
        }
        if (news.cursor().isPresent()) {
            remember(seen.with(source.id(), news.cursor().get()));
        }
        news.cursor().ifPresent(source::acknowledge);
    }

    private void take(SiteSource source, String id, List<Feedback> items, SiteSource.Delivered.News news)
            throws IOException {
        Optional<Article> article = site.article(id);
        if (article.isEmpty()) {
            diagnostics.warning(Place.of("feedback"), "an answer to the unknown article \"" + id + "\"");
            return;
        }
        Set<String> judged = news.items().stream()
                .filter(SiteSource.Item::judged)
                .map(item -> item.feedback().id())
                .collect(Collectors.toSet());
        answers(article.get()).take(withoutForgotten(id, items), judged);
        if (news.whole().contains(id)) {
            Set<String> found = items.stream().map(Feedback::id).collect(Collectors.toSet());
            answers(article.get()).removeMissing(source.id(), EnumSet.allOf(Feedback.Kind.class), found);
        }
    }

    /** Somebody who asked to be forgotten does not come back; what answered them moves up. */
    private List<Feedback> withoutForgotten(String article, Collection<Feedback> items) {
        List<Feedback> kept =
                forgotten.without(article, items, id -> Files.exists(Decisions.file(folder, article, id)));
        keptOut += items.size() - kept.size();
        return kept;
    }

    /** The posts of an article that a source knows about: those of the ledger, and those that its writer noted. */
    private List<Post> posts(Article article, PostSource source) {
        Stream<Post> noted = article.syndication().stream().flatMap(url -> source.postAt(url).stream());
        Set<String> ids = new HashSet<>();
        return Stream.concat(site.posts(article).stream(), noted)
                .filter(source::answers)
                .filter(post -> ids.add(post.id()))
                .toList();
    }

    private void gather(Article article, PostSource source, boolean all) throws IOException {
        List<Post> posts = posts(article, source);
        if (posts.isEmpty()) {
            return;
        }
        if (!all
                && memory.areUnchanged(
                        posts.stream().map(post -> reading(source, post)).toList())) {
            tally.unchanged(answers(article).of(source.id()));
            return;
        }
        Map<String, Feedback> found = new LinkedHashMap<>();
        Set<Feedback.Kind> whole = EnumSet.allOf(Feedback.Kind.class);
        for (Post post : posts) {
            whole.retainAll(take(article, source, post, found));
        }
        // The second post of a thread answers the first, and is no answer of a reader.
        Set<String> ours = posts.stream().map(Post::id).collect(Collectors.toSet());
        found.values().removeIf(item -> ours.contains(item.origin().id()));
        answers(article).take(withoutForgotten(article.id(), found.values()), Set.of());
        answers(article).removeMissing(source.id(), whole, found.keySet());
    }

    private static String reading(PostSource source, Post post) {
        return source.id() + " " + post.url().orElse(post.id());
    }

    /** Takes what a source gave for one post; says of which kinds it was all. */
    private Set<Feedback.Kind> take(Article article, PostSource source, Post post, Map<String, Feedback> found) {
        Place place = post.account().isEmpty() ? article.place() : Place.of("ledger/" + article.id() + ".yml");
        String url = post.url().orElse(post.id());
        memory.begin();
        PostSource.Gathered gathered = source.gather(post);
        if (gathered instanceof PostSource.Gathered.Found all) {
            all.items().forEach(item -> found.putIfAbsent(item.id(), item));
            all.notes().forEach(note -> diagnostics.warning(place, url + ": " + note));
            all.failure().ifPresent(reason -> fail(place, url, reason));
            memory.end(
                    reading(source, post),
                    all.notes().isEmpty() && all.failure().isEmpty());
            return all.whole();
        }
        memory.end(reading(source, post), false);
        if (gathered instanceof PostSource.Gathered.Unavailable unavailable) {
            fail(place, url, unavailable.reason());
        } else {
            String todo = post.account().isEmpty() ? "remove the address" : "set its state to withdrawn";
            diagnostics.warning(place, url + ": the post is gone", todo + "; what was gathered before is kept");
        }
        return Set.of();
    }

    /** A reason that stops everything on a server would fill the screen: it is told a few times, and then counted. */
    private void fail(Place place, String what, String reason) {
        failures++;
        if (reasons.merge(reason, 1, Integer::sum) <= MAX_ALIKE) {
            diagnostics.warning(place, what + ": " + reason, LATER);
        }
    }

    private void tellTheRest() {
        reasons.forEach((reason, times) -> {
            if (times > MAX_ALIKE) {
                diagnostics.warning(
                        Place.of("feedback"), (times - MAX_ALIKE) + " more could not be asked: " + reason, LATER);
            }
        });
    }
}
