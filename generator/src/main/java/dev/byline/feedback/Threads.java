package dev.byline.feedback;

import dev.byline.feedback.Conversation.Entry;
import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Builds the threads of one article, in a time that grows with the number of items and not with the length of their
 * chains; walks with lists, not with the stack, as chains can be of any length.
 */
final class Threads {
    /** Deeper answers stand side by side at this depth: a phone has no room for more. */
    private static final int MAX_DEPTH = 5;

    private final Article article;
    private final Predicate<Feedback> isOurs;
    /** What may stand in a thread, oldest first. */
    private final List<Feedback> spoken;

    private final Map<String, Feedback> byId = new LinkedHashMap<>();
    /** What is above an item, shown or not. */
    private final Map<String, String> parents = new HashMap<>();

    private final Map<String, List<Feedback>> answers = new HashMap<>();

    /**
     * Prepares.
     *
     * @param isOurs tells whether one of the site's people, or the company itself, said something
     */
    Threads(Article article, List<Feedback> sorted, Predicate<Feedback> isOurs) {
        this.article = article;
        this.isOurs = isOurs;
        sorted.forEach(item -> byId.putIfAbsent(item.id(), item));
        List<Feedback> once = List.copyOf(byId.values());
        once.forEach(
                item -> item.parent().filter(byId::containsKey).ifPresent(parent -> parents.put(item.id(), parent)));
        openCircles(once);
        this.spoken = once.stream().filter(Threads::canBeShown).toList();
    }

    private static boolean canBeShown(Feedback item) {
        boolean words = item.kind().isSpoken()
                || (item.kind() == Kind.RATING && !item.text().isBlank());
        return words && (item.moderation() == Moderation.APPROVED || item.moderation() == Moderation.REMOVED);
    }

    /** Of the items in a circle the oldest answers nobody. */
    private void openCircles(List<Feedback> items) {
        Map<String, String> reachedFrom = new HashMap<>();
        for (Feedback item : items) {
            String up = item.id();
            while (up != null && reachedFrom.putIfAbsent(up, item.id()) == null) {
                up = parents.get(up);
            }
            if (up != null && reachedFrom.get(up).equals(item.id())) {
                parents.remove(oldestInCircle(up));
            }
        }
    }

    private String oldestInCircle(String start) {
        Feedback oldest = byId.get(start);
        for (String id = parents.get(start); !id.equals(start); id = parents.get(id)) {
            Feedback item = byId.get(id);
            oldest = Conversation.OLDEST_FIRST.compare(item, oldest) < 0 ? item : oldest;
        }
        return oldest.id();
    }

    List<Entry> build() {
        Set<String> shown = new HashSet<>();
        spoken.forEach(item -> shown.add(item.id()));
        List<Feedback> roots = new ArrayList<>();
        for (Feedback item : spoken) {
            Optional<String> parent = shownParent(item, shown);
            if (parent.isPresent()) {
                answers.computeIfAbsent(parent.get(), id -> new ArrayList<>()).add(item);
            } else {
                roots.add(item);
            }
        }
        return entries(roots, 1);
    }

    /** The nearest item above that is shown; what was passed on the way need not be passed again. */
    private Optional<String> shownParent(Feedback item, Set<String> shown) {
        List<String> passed = new ArrayList<>();
        String up = parents.get(item.id());
        while (up != null && !shown.contains(up)) {
            passed.add(up);
            up = parents.get(up);
        }
        for (String id : passed) {
            parents.put(id, up);
        }
        return Optional.ofNullable(up);
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
                .sorted(Conversation.OLDEST_FIRST)
                .map(item -> entry(item, List.of()))
                .toList();
    }

    private Entry entry(Feedback item, List<Entry> below) {
        if (item.moderation() == Moderation.REMOVED) {
            return new Entry(item, false, false, below, 0);
        }
        boolean byAuthor = article.authors().stream().anyMatch(author -> Authorship.is(author, item));
        return new Entry(item, byAuthor, !byAuthor && isOurs.test(item), below, 0);
    }
}
