package dev.byline.feedback;

import dev.byline.output.WholeFile;
import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known to have been answered to one article, in its files; takes what is new there. */
final class KnownAnswers {
    /** A clock elsewhere may be ahead of ours by this; what was said later than that was not said then. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Path folder;
    private final Map<String, Feedback> known = new LinkedHashMap<>();
    private final Article article;
    private final Judgement judgement;
    private final Instant now;
    private final Tally tally;

    /**
     * Begins with what is there.
     *
     * @param folder the folder of the files
     * @param judgement what becomes of a new item
     * @param now when this is done
     */
    KnownAnswers(Path folder, Article article, List<Feedback> known, Judgement judgement, Instant now, Tally tally) {
        this.folder = folder;
        known.forEach(item -> this.known.put(item.id(), item));
        this.article = article;
        this.judgement = judgement;
        this.now = now;
        this.tally = tally;
    }

    /**
     * Takes what came: new items, edits, and word of what was withdrawn.
     *
     * @param judged the ids of those that people have decided about where they come from
     */
    void take(Collection<Feedback> items, Set<String> judged) throws IOException {
        Map<String, Feedback> found = new LinkedHashMap<>();
        items.forEach(item -> found.putIfAbsent(item.id(), item));
        for (Feedback item : found.values()) {
            Optional<Feedback> before = Optional.ofNullable(known.get(item.id()));
            if (item.moderation() != Moderation.REMOVED) {
                Judgement.Verdict verdict = verdict(item, before, judged.contains(item.id()));
                save(plausible(item.withModeration(verdict.state())).withParent(parent(item, found)), verdict.reason());
            } else if (before.isPresent()) {
                withdraw(before.get());
            }
        }
    }

    /**
     * New items get the state that the site's rules give, unless their source rejected or judged them; known ones keep theirs,
     * also when the text was edited.
     */
    private Judgement.Verdict verdict(Feedback item, Optional<Feedback> before, boolean judged) {
        Optional<Moderation> decided = before.map(Feedback::moderation).filter(state -> state != Moderation.REMOVED);
        if (decided.isPresent()) {
            return new Judgement.Verdict(decided.get(), "");
        }
        return judged || item.moderation() == Moderation.REJECTED
                ? new Judgement.Verdict(item.moderation(), "")
                : judgement.of(article, item);
    }

    private Feedback plausible(Feedback item) {
        Instant latest = now.plus(AHEAD);
        return item.withTimes(
                item.published().filter(moment -> !moment.isAfter(latest)),
                item.edited().filter(moment -> !moment.isAfter(latest)));
    }

    /** The nearest item above that has a file, or gets one; none where there is none, or where the way is a circle. */
    private Optional<String> parent(Feedback item, Map<String, Feedback> found) {
        Set<String> passed = new HashSet<>();
        Optional<String> up = item.parent();
        while (up.isPresent() && passed.add(up.get())) {
            Feedback above = found.get(up.get());
            boolean comes = above != null && above.moderation() != Moderation.REMOVED;
            if (comes || known.containsKey(up.get())) {
                return up;
            }
            up = above == null ? Optional.empty() : above.parent();
        }
        return Optional.empty();
    }

    /** Withdraws what a source once gave and no longer does. */
    void removeMissing(String source, Set<Kind> kinds, Set<String> found) throws IOException {
        for (Feedback item : List.copyOf(known.values())) {
            boolean asked = item.origin().source().equals(source) && kinds.contains(item.kind());
            if (asked && !found.contains(item.id()) && item.moderation() != Moderation.REMOVED) {
                withdraw(item);
            }
        }
    }

    /** How many items a source gave. */
    int of(String source) {
        return (int) known.values().stream()
                .filter(item -> item.origin().source().equals(source))
                .count();
    }

    private void withdraw(Feedback item) throws IOException {
        save(item.moderation() == Moderation.REMOVED ? item : withoutText(item), "");
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

    private void save(Feedback item, String reason) throws IOException {
        Feedback before = known.put(item.id(), item);
        Path file = folder.resolve(item.id() + ".yml");
        byte[] bytes = FeedbackFile.yaml(item, reason);
        boolean asOnDisk = Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes);
        // A file that cannot be read, as after a merge, was told when the site was read: somebody has to mend it.
        boolean unreadable = before == null && Files.exists(file);
        // A file that a person wrote in their own way says the same: it is left as it is.
        if (asOnDisk || unreadable || item.equals(before)) {
            tally.unchanged(1);
            return;
        }
        WholeFile.write(file, bytes);
        if (item.moderation() == Moderation.REMOVED) {
            tally.removed();
        } else if (before == null) {
            tally.added();
        } else {
            tally.updated();
        }
    }
}
