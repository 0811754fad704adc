package dev.byline.feedback;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.output.WholeFile;
import dev.byline.remote.Http;
import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Post;
import dev.byline.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings the answers to every published post of the ledger into {@code feedback/}.
 *
 * <p>What people decided stays: an item keeps its state of moderation however often it is gathered. An edit is followed.
 * What was withdrawn loses its text and becomes {@code removed}, but only if every source of its kind gave a complete
 * answer for the article. A source that fails changes nothing, and the others go on.
 */
public final class Gatherer {
    private final Path folder;
    private final Site site;
    private final List<FeedbackSource> sources;
    private final Diagnostics diagnostics;
    private int added;
    private int updated;
    private int removed;
    private int unchanged;
    private int failures;

    /**
     * Prepares to gather.
     *
     * @param folder the site's folder
     * @param diagnostics hears of sources that fail, as warnings at the ledger
     */
    public Gatherer(Path folder, Site site, List<FeedbackSource> sources, Diagnostics diagnostics) {
        this.folder = folder;
        this.site = site;
        this.sources = List.copyOf(sources);
        this.diagnostics = diagnostics;
    }

    /**
     * What gathering did.
     *
     * @param failures how many posts could not be asked for
     */
    public record Report(int added, int updated, int removed, int unchanged, int failures) {}

    /** Gathers everything. */
    public Report gather() throws IOException {
        for (Article article : site.articles()) {
            for (FeedbackSource source : sources) {
                gather(article, source);
            }
        }
        return new Report(added, updated, removed, unchanged, failures);
    }

    private void gather(Article article, FeedbackSource source) throws IOException {
        List<Post> posts = site.posts(article).stream().filter(source::answers).toList();
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
        for (Feedback item : found.values()) {
            Optional<Feedback> before = Optional.ofNullable(known.get(item.id()));
            save(article, before, merged(item, before));
        }
        if (complete) {
            removeMissing(article, source, found.keySet(), known);
        }
    }

    /** Takes what a source gave for one post; says whether it was all. */
    private boolean take(Article article, FeedbackSource.Gathered gathered, Post post, Map<String, Feedback> found) {
        Place ledger = Place.of("ledger/" + article.id() + ".yml");
        String url = post.url().orElse(post.id());
        if (gathered instanceof FeedbackSource.Gathered.Found all) {
            all.items().forEach(item -> found.putIfAbsent(item.id(), item));
            all.notes().forEach(note -> diagnostics.warning(ledger, url + ": " + note));
            return all.complete();
        }
        if (gathered instanceof FeedbackSource.Gathered.Unavailable unavailable) {
            failures++;
            diagnostics.warning(
                    ledger, url + ": " + unavailable.reason(), "what was gathered before is kept; gather again later");
            return false;
        }
        diagnostics.warning(
                ledger, url + ": the post is gone", "set its state to withdrawn; what was gathered before is kept");
        return false;
    }

    /** New items get the state that the site wants; known ones keep theirs, also when the text was edited. */
    private Feedback merged(Feedback item, Optional<Feedback> before) {
        Moderation state = before.map(Feedback::moderation)
                .filter(s -> s != Moderation.REMOVED)
                .orElse(site.settings().answers().gathered());
        return item.withModeration(state);
    }

    private void removeMissing(Article article, FeedbackSource source, Set<String> found, Map<String, Feedback> known)
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
        Path file = folder.resolve("feedback").resolve(article.id()).resolve(item.id() + ".yml");
        byte[] bytes = FeedbackFile.yaml(item);
        boolean asOnDisk = Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes);
        // A file that a person wrote in their own way says the same: it is left as it is.
        if (asOnDisk || before.equals(Optional.of(item))) {
            unchanged++;
            return;
        }
        WholeFile.write(file, bytes);
        if (item.moderation() == Moderation.REMOVED) {
            removed++;
        } else if (before.isPresent()) {
            updated++;
        } else {
            added++;
        }
    }

    /** The sources that need nothing but the net. */
    public static List<FeedbackSource> openSources(Http http) {
        return List.of(new Mastodon(http));
    }
}
