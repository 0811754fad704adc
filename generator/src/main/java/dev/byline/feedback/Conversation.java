package dev.byline.feedback;

import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What readers answered to one article, as it is shown: approved items only, in threads.
 *
 * <p>An item that was removed keeps its place while answers below it are shown. What answered an item that is not shown
 * moves up to the nearest one that is. Parents that are missing, newer than their answers or in a circle do no harm.
 *
 * @param thread what is said in words, oldest first
 * @param reactions likes, reposts and bookmarks, oldest first
 * @param ratings those without a text, oldest first; those with one stand in the thread
 * @param stars the mean of all ratings; 0 where there is none
 */
public record Conversation(
        List<Entry> thread, List<Feedback> reactions, List<Feedback> ratings, int votes, double stars) {
    /** Deeper answers stand side by side at this depth: a phone has no room for more. */
    private static final int MAX_DEPTH = 5;

    private static final Comparator<Feedback> OLDEST_FIRST = Comparator.<Feedback, Instant>comparing(
                    item -> item.published().orElse(Instant.MAX))
            .thenComparing(Feedback::id);

    /**
     * Something said.
     *
     * @param safeHtml the text, made safe; empty for a removed item
     * @param byAuthor whether one of the article's authors says it
     * @param byHouse whether it is another of the site's people, or the company itself
     * @param answers oldest first
     */
    public record Entry(Feedback item, String safeHtml, boolean byAuthor, boolean byHouse, List<Entry> answers) {
        public Entry {
            answers = List.copyOf(answers);
        }

        /** Whether the text is gone and only the place is kept. */
        public boolean removed() {
            return item.moderation() == Moderation.REMOVED;
        }
    }

    /**
     * Something said, on its own.
     *
     * @param parent the id of the nearest item above it that is still there
     */
    public record Said(Entry entry, Optional<String> parent) {}

    /** What readers answered to one article of a site; who answered from a private handle of theirs stays private. */
    public static Conversation of(Site site, Article article) {
        Discretion discretion = new Discretion(site.authors());
        return of(
                article,
                site.feedback(article).stream().map(discretion::of).toList(),
                item -> Authorship.isOurs(site, item));
    }

    /** Puts the items of one article together, where nobody is known but its authors. */
    public static Conversation of(Article article, List<Feedback> items) {
        return of(article, items, item -> false);
    }

    private static Conversation of(Article article, List<Feedback> items, Predicate<Feedback> isOurs) {
        List<Feedback> sorted = items.stream().sorted(OLDEST_FIRST).toList();
        List<Feedback> approved = sorted.stream()
                .filter(item -> item.moderation() == Moderation.APPROVED)
                .toList();
        List<Feedback> reactions = approved.stream()
                .filter(item -> item.kind() == Kind.LIKE || item.kind() == Kind.REPOST || item.kind() == Kind.BOOKMARK)
                .toList();
        List<Feedback> silent = approved.stream()
                .filter(item -> item.kind() == Kind.RATING && item.text().isBlank())
                .toList();
        List<Integer> stars =
                approved.stream().flatMap(item -> item.rating().stream()).toList();
        double mean = stars.stream().mapToInt(Integer::intValue).average().orElse(0);
        return new Conversation(new Threads(article, sorted, isOurs).build(), reactions, silent, stars.size(), mean);
    }

    /** Everything said, in reading order: each answer after what it answers. */
    public List<Said> said() {
        List<Said> all = new ArrayList<>();
        collect(thread, Optional.empty(), all);
        return List.copyOf(all);
    }

    private static void collect(List<Entry> entries, Optional<String> parent, List<Said> all) {
        for (Entry entry : entries) {
            if (!entry.removed()) {
                all.add(new Said(entry, parent));
            }
            collect(
                    entry.answers(),
                    entry.removed() ? parent : Optional.of(entry.item().id()),
                    all);
        }
    }

    /** How many things are said. */
    public int spoken() {
        return count(thread);
    }

    private static int count(List<Entry> entries) {
        return entries.stream()
                .mapToInt(entry -> (entry.removed() ? 0 : 1) + count(entry.answers()))
                .sum();
    }

    /** How many readers reacted in this way. */
    public int count(Kind kind) {
        return (int) reactions.stream().filter(item -> item.kind() == kind).count();
    }

    /** Whether nobody answered in any way. */
    public boolean isEmpty() {
        return thread.isEmpty() && reactions.isEmpty() && votes == 0;
    }

    /** Builds the threads of one article; walks with lists, not with the stack, as chains can be of any length. */
    private static final class Threads {
        private final Article article;
        private final Predicate<Feedback> isOurs;
        /** What may stand in a thread, oldest first. */
        private final List<Feedback> spoken;

        private final Map<String, Feedback> byId = new HashMap<>();
        private final Map<String, List<Feedback>> answers = new HashMap<>();

        Threads(Article article, List<Feedback> sorted, Predicate<Feedback> isOurs) {
            this.article = article;
            this.isOurs = isOurs;
            sorted.forEach(item -> byId.putIfAbsent(item.id(), item));
            this.spoken = sorted.stream()
                    .filter(item -> byId.get(item.id()).equals(item))
                    .filter(Threads::canBeShown)
                    .toList();
        }

        private static boolean canBeShown(Feedback item) {
            boolean words = item.kind().isSpoken()
                    || (item.kind() == Kind.RATING && !item.text().isBlank());
            return words && (item.moderation() == Moderation.APPROVED || item.moderation() == Moderation.REMOVED);
        }

        List<Entry> build() {
            Set<String> shown = new HashSet<>();
            spoken.forEach(item -> shown.add(item.id()));
            List<Feedback> roots = new ArrayList<>();
            for (Feedback item : spoken) {
                Optional<String> parent = shownParent(item, shown);
                if (parent.isPresent()) {
                    answers.computeIfAbsent(parent.get(), id -> new ArrayList<>())
                            .add(item);
                } else {
                    roots.add(item);
                }
            }
            return entries(roots, 1);
        }

        /** The nearest item above that is shown; none where the way up ends or comes round in a circle. */
        private Optional<String> shownParent(Feedback item, Set<String> shown) {
            Set<String> seen = new HashSet<>(Set.of(item.id()));
            Optional<String> nearest = Optional.empty();
            Optional<String> up = item.parent();
            while (up.isPresent()) {
                Feedback above = byId.get(up.get());
                if (above == null) {
                    return nearest;
                }
                if (!seen.add(above.id())) {
                    return breaksCircle(item, seen) ? Optional.empty() : nearest;
                }
                if (nearest.isEmpty() && shown.contains(above.id())) {
                    nearest = up;
                }
                up = above.parent();
            }
            return nearest;
        }

        /** Of the items in a circle the oldest answers nobody. */
        private boolean breaksCircle(Feedback item, Set<String> around) {
            return around.stream().map(byId::get).min(OLDEST_FIRST).orElse(item).equals(item);
        }

        private List<Entry> entries(List<Feedback> items, int depth) {
            List<Entry> entries = new ArrayList<>();
            for (Feedback item : items) {
                List<Entry> below = depth < MAX_DEPTH
                        ? entries(answers.getOrDefault(item.id(), List.of()), depth + 1)
                        : flattened(item);
                boolean removed = item.moderation() == Moderation.REMOVED;
                if (!removed || !below.isEmpty()) {
                    entries.add(entry(item, below));
                }
            }
            return entries;
        }

        /** Everything below an item that stands as deep as can be, oldest first. */
        private List<Entry> flattened(Feedback top) {
            List<Feedback> below = new ArrayList<>(answers.getOrDefault(top.id(), List.of()));
            for (int i = 0; i < below.size(); i++) {
                below.addAll(answers.getOrDefault(below.get(i).id(), List.of()));
            }
            return below.stream()
                    .filter(item -> item.moderation() == Moderation.APPROVED)
                    .sorted(OLDEST_FIRST)
                    .map(item -> entry(item, List.of()))
                    .toList();
        }

        private Entry entry(Feedback item, List<Entry> below) {
            if (item.moderation() == Moderation.REMOVED) {
                return new Entry(item, "", false, false, below);
            }
            boolean byAuthor = article.authors().stream().anyMatch(author -> Authorship.is(author, item));
            return new Entry(item, SafeHtml.of(item), byAuthor, !byAuthor && isOurs.test(item), below);
        }
    }
}
