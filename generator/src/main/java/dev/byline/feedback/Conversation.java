package dev.byline.feedback;

import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 * @param spoken how many things are said in the thread
 * @param stars the mean of all ratings; 0 where there is none
 */
public record Conversation(
        List<Entry> thread, List<Feedback> reactions, List<Feedback> ratings, int spoken, int votes, double stars) {
    /**
     * As many threads stand on a page. They are counted from the oldest: what stands on a page stays on it, since a new
     * thread is the last one.
     */
    private static final int THREADS_A_PAGE = 50;

    /** As many answers stand below one thing said to the article; the others are counted, and a click away. */
    private static final int MOST_BELOW = 100;

    static final Comparator<Feedback> OLDEST_FIRST = Comparator.<Feedback, Instant>comparing(
                    item -> item.published().orElse(Instant.MAX))
            .thenComparing(Feedback::id);

    /**
     * Something said.
     *
     * @param byAuthor whether one of the article's authors says it
     * @param byHouse whether it is another of the site's people, or the company itself
     * @param answers oldest first
     * @param more how many things are said below it beyond those answers
     */
    public record Entry(Feedback item, boolean byAuthor, boolean byHouse, List<Entry> answers, int more) {
        public Entry {
            answers = List.copyOf(answers);
        }

        /** Whether the text is gone and only the place is kept. */
        public boolean removed() {
            return item.moderation() == Moderation.REMOVED;
        }

        /** The text, made safe; empty for what was removed. */
        public String safeHtml() {
            return removed() ? "" : SafeHtml.of(item);
        }

        /** The same with no more than so many answers below it, in the order in which they are read. */
        private Entry shortened(int most) {
            List<Entry> first = first(answers, most);
            return new Entry(item, byAuthor, byHouse, first, count(answers) - count(first));
        }

        private static List<Entry> first(List<Entry> entries, int most) {
            List<Entry> first = new ArrayList<>();
            int left = most;
            for (Entry entry : entries) {
                if (left == 0) {
                    break;
                }
                Entry kept = new Entry(entry.item, entry.byAuthor, entry.byHouse, first(entry.answers, left - 1), 0);
                first.add(kept);
                left -= kept.places();
            }
            return first;
        }

        private int places() {
            return 1 + answers.stream().mapToInt(Entry::places).sum();
        }
    }

    /**
     * Something said, on its own.
     *
     * @param parent the id of the nearest item above it that is still there
     * @param page the page of the conversation that it stands on, from 1
     * @param anchor the id of the item there that leads to it: itself, or what began its thread where that is too long
     */
    public record Said(Entry entry, Optional<String> parent, int page, String anchor) {
        /** Whether it can be read on that page. */
        public boolean isShown() {
            return anchor.equals(entry.item().id());
        }

        /** The id of the item on that page that leads to what it answers; empty where it answers the article. */
        public Optional<String> parentAnchor() {
            return parent.map(above -> isShown() ? above : anchor);
        }

        Instant when() {
            return entry.item().published().orElse(Instant.MIN);
        }
    }

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
        List<Entry> thread = new Threads(article, sorted, isOurs).build();
        return new Conversation(thread, reactions, silent, count(thread), stars.size(), mean);
    }

    /** Everything said, in reading order: each answer after what it answers. */
    public List<Said> said() {
        Reading reading = new Reading();
        for (int page = 1; page <= pages(); page++) {
            reading.of(threads(page), page);
        }
        return List.copyOf(reading.said);
    }

    /** What is said in the threads of one page, from 1, in reading order. */
    public List<Said> said(int page) {
        Reading reading = new Reading();
        reading.of(threads(page), page);
        return List.copyOf(reading.said);
    }

    /** Goes through threads as a reader does. */
    private static final class Reading {
        private final List<Said> said = new ArrayList<>();
        private int page;
        private String thread = "";
        /** How many places of the thread are behind; the first is what began it. */
        private int behind;

        void of(List<Entry> threads, int number) {
            page = number;
            for (Entry entry : threads) {
                thread = entry.item().id();
                behind = 0;
                read(entry, Optional.empty());
            }
        }

        private void read(Entry entry, Optional<String> parent) {
            String id = entry.item().id();
            String anchor = behind <= MOST_BELOW ? id : thread;
            behind++;
            if (!entry.removed()) {
                said.add(new Said(entry, parent, page, anchor));
            }
            Optional<String> above = entry.removed() ? parent : Optional.of(id);
            entry.answers().forEach(answer -> read(answer, above));
        }
    }

    /** How many pages it takes; at least one. */
    public int pages() {
        return Math.max(1, (thread.size() + THREADS_A_PAGE - 1) / THREADS_A_PAGE);
    }

    /** The threads of one page, from 1, as they are shown. */
    public List<Entry> page(int number) {
        return threads(number).stream()
                .map(entry -> entry.shortened(MOST_BELOW))
                .toList();
    }

    private List<Entry> threads(int page) {
        int from = (page - 1) * THREADS_A_PAGE;
        return thread.subList(from, Math.min(thread.size(), from + THREADS_A_PAGE));
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
}
