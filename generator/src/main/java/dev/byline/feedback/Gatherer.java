package dev.byline.feedback;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Severity;
import dev.byline.output.WholeFile;
import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Post;
import dev.byline.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings the answers to every published post of the ledger into {@code feedback/}.
 *
 * <p>What people decided stays: an item keeps its state of moderation however often it is gathered. An edit is followed.
 * What was withdrawn loses its text and becomes {@code removed}, but only if every source of its kind gave a complete
 * answer for the article. A source that fails changes nothing, and the others go on.
 */
public final class Gatherer {
    private static final String LATER = "what was gathered before is kept; gather again later";

    private final Path folder;
    private final Site site;
    private final Addresses addresses;
    private final List<FeedbackSource> sources;
    private final Diagnostics diagnostics;
    private final Judgement judgement;
    private final Set<Path> written = new HashSet<>();
    private Forgotten forgotten = new Forgotten("", new TreeSet<>());
    private int keptOut;
    private int added;
    private int updated;
    private int removed;
    private int unchanged;
    private int failures;

    /**
     * Prepares to gather.
     *
     * @param folder the site's folder
     * @param addresses finds the article that an address belongs to
     * @param diagnostics hears of sources that fail, as warnings at the ledger
     */
    public Gatherer(
            Path folder, Site site, Addresses addresses, List<FeedbackSource> sources, Diagnostics diagnostics) {
        this.folder = folder;
        this.site = site;
        this.addresses = addresses;
        this.sources = List.copyOf(sources);
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
     * @param all whether sources that tell what is new are asked for everything again
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
        for (FeedbackSource source : sources) {
            if (source instanceof PostSource network) {
                for (Article article : site.articles()) {
                    if (article.date()
                            .map(date -> !date.toInstant().isBefore(since))
                            .orElse(true)) {
                        gather(article, network);
                    }
                }
            } else if (source instanceof SiteSource collector) {
                gather(collector, all);
            }
        }
        if (keptOut > 0) {
            diagnostics.add(new Diagnostic(
                    Severity.NOTICE,
                    Place.of(Forgotten.FILE),
                    keptOut + " answers of people who asked to be forgotten were left out",
                    Optional.empty(),
                    ""));
        }
        return new Report(added, updated, removed, unchanged, failures);
    }

    private void gather(SiteSource source, boolean all) throws IOException {
        Path file = folder.resolve(Seen.FILE);
        Seen seen = Files.isRegularFile(file) ? Seen.read(Files.readString(file)) : Seen.nothing();
        Optional<String> cursor = all ? Optional.empty() : seen.cursor(source.id());
        SiteSource.Delivered delivered = source.gather(addresses, cursor);
        if (delivered instanceof SiteSource.Delivered.Unavailable unavailable) {
            failures++;
            diagnostics.warning(Place.of("feedback"), source.id() + ": " + unavailable.reason(), LATER);
            return;
        }
        SiteSource.Delivered.News news = (SiteSource.Delivered.News) delivered;
        news.notes().forEach(note -> diagnostics.warning(Place.of("feedback"), source.id() + ": " + note));
        for (SiteSource.Item item : withoutForgotten(news.items())) {
            take(item);
        }
        if (news.cursor().isPresent() && !news.cursor().equals(seen.cursor(source.id()))) {
            WholeFile.write(file, seen.with(source.id(), news.cursor().get()).yaml());
        }
        news.cursor().ifPresent(source::acknowledge);
    }

    private List<SiteSource.Item> withoutForgotten(List<SiteSource.Item> items) {
        Map<String, List<Feedback>> byArticle = new LinkedHashMap<>();
        items.forEach(item -> byArticle
                .computeIfAbsent(item.article(), id -> new ArrayList<>())
                .add(item.feedback()));
        Map<String, Map<String, Feedback>> kept = new HashMap<>();
        byArticle.forEach((article, all) -> forgotten
                .without(article, all, id -> Files.exists(Decisions.file(folder, article, id)))
                .forEach(item ->
                        kept.computeIfAbsent(article, id -> new HashMap<>()).put(item.id(), item)));
        List<SiteSource.Item> left = new ArrayList<>();
        for (SiteSource.Item item : items) {
            Optional.ofNullable(kept.getOrDefault(item.article(), Map.of())
                            .get(item.feedback().id()))
                    .map(Feedback::parent)
                    .map(parent -> Forgotten.withParent(item.feedback(), parent))
                    .ifPresent(cleaned -> left.add(new SiteSource.Item(item.article(), cleaned, item.judged())));
        }
        keptOut += items.size() - left.size();
        return left;
    }

    private void take(SiteSource.Item item) throws IOException {
        Optional<Article> article = site.article(item.article());
        if (article.isEmpty()) {
            diagnostics.warning(Place.of("feedback"), "an answer to the unknown article \"" + item.article() + "\"");
            return;
        }
        Optional<Feedback> before = site.feedback(article.get()).stream()
                .filter(known -> known.id().equals(item.feedback().id()))
                .findFirst();
        if (item.judged() && before.isEmpty()) {
            save(article.get(), before, item.feedback());
        } else if (item.feedback().moderation() != Moderation.REMOVED) {
            take(article.get(), before, item.feedback());
        } else if (before.isPresent() && before.get().moderation() != Moderation.REMOVED) {
            save(article.get(), before, withoutText(before.get()));
        }
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

    private void gather(Article article, PostSource source) throws IOException {
        List<Post> posts = posts(article, source);
        if (posts.isEmpty()) {
            return;
        }
        Map<String, Feedback> found = new LinkedHashMap<>();
        boolean complete = true;
        for (Post post : posts) {
            complete &= take(article, source.gather(post), post, found);
        }
        // The second post of a thread answers the first, and is no answer of a reader.
        Set<String> ours = posts.stream().map(Post::id).collect(Collectors.toSet());
        found.values().removeIf(item -> ours.contains(item.origin().id()));
        Map<String, Feedback> known = new LinkedHashMap<>();
        site.feedback(article).forEach(item -> known.put(item.id(), item));
        List<Feedback> kept = forgotten.without(article.id(), found.values(), known::containsKey);
        keptOut += found.size() - kept.size();
        found.keySet().retainAll(kept.stream().map(Feedback::id).toList());
        for (Feedback item : kept) {
            Optional<Feedback> before = Optional.ofNullable(known.get(item.id()));
            take(article, before, item);
        }
        if (complete) {
            removeMissing(article, source, found.keySet(), known);
        }
    }

    /** Takes what a source gave for one post; says whether it was all. */
    private boolean take(Article article, PostSource.Gathered gathered, Post post, Map<String, Feedback> found) {
        Place ledger = Place.of("ledger/" + article.id() + ".yml");
        String url = post.url().orElse(post.id());
        if (gathered instanceof PostSource.Gathered.Found all) {
            all.items().forEach(item -> found.putIfAbsent(item.id(), item));
            all.notes().forEach(note -> diagnostics.warning(ledger, url + ": " + note));
            return all.complete();
        }
        if (gathered instanceof PostSource.Gathered.Unavailable unavailable) {
            failures++;
            diagnostics.warning(ledger, url + ": " + unavailable.reason(), LATER);
            return false;
        }
        diagnostics.warning(
                ledger, url + ": the post is gone", "set its state to withdrawn; what was gathered before is kept");
        return false;
    }

    /** New items get the state that the site's rules give; known ones keep theirs, also when the text was edited. */
    private void take(Article article, Optional<Feedback> before, Feedback item) throws IOException {
        Optional<Moderation> decided = before.map(Feedback::moderation).filter(s -> s != Moderation.REMOVED);
        if (decided.isPresent()) {
            save(article, before, item.withModeration(decided.get()));
            return;
        }
        Judgement.Verdict verdict = judgement.of(article, item);
        save(article, before, item.withModeration(verdict.state()), verdict.reason());
    }

    private void removeMissing(Article article, PostSource source, Set<String> found, Map<String, Feedback> known)
            throws IOException {
        for (Feedback item : known.values()) {
            boolean ours = item.origin().source().equals(source.id());
            if (ours && !found.contains(item.id()) && item.moderation() != Moderation.REMOVED) {
                save(article, Optional.of(item), withoutText(item));
            }
        }
    }

    /** The place in the thread, without what its author took back: words, name, and the address that holds the name. */
    private static Feedback withoutText(Feedback item) {
        return new Feedback(
                item.id(),
                item.kind(),
                new Feedback.Origin(item.origin().source(), item.origin().id(), Optional.empty()),
                new Feedback.Person("", "", Optional.empty()),
                item.published(),
                item.edited(),
                Optional.empty(),
                item.format(),
                "",
                item.parent(),
                item.rating(),
                Moderation.REMOVED);
    }

    private void save(Article article, Optional<Feedback> before, Feedback item) throws IOException {
        save(article, before, item, "");
    }

    private void save(Article article, Optional<Feedback> before, Feedback item, String reason) throws IOException {
        Path file = folder.resolve("feedback").resolve(article.id()).resolve(item.id() + ".yml");
        byte[] bytes = FeedbackFile.yaml(item, reason);
        boolean asOnDisk = Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes);
        // A file that cannot be read, as after a merge, was told when the site was read: somebody has to mend it.
        boolean unreadable = before.isEmpty() && Files.exists(file) && !written.contains(file);
        // A file that a person wrote in their own way says the same: it is left as it is.
        if (asOnDisk || unreadable || before.equals(Optional.of(item))) {
            unchanged++;
            return;
        }
        WholeFile.write(file, bytes);
        written.add(file);
        if (item.moderation() == Moderation.REMOVED) {
            removed++;
        } else if (before.isPresent()) {
            updated++;
        } else {
            added++;
        }
    }
}
