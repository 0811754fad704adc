package dev.byline.feedback;

import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one reading of the answers to one post has brought so far. */
final class Harvest {
    /** More answers to one post are not taken: a page of them would be of no use to anybody. */
    static final int MAX_ITEMS = 10_000;

    /** More notes are not told. */
    private static final int MAX_NOTES = 20;

    private final String source;
    private final Map<String, Feedback> items = new LinkedHashMap<>();
    private final Set<Kind> whole;
    private final Set<String> notes = new LinkedHashSet<>();
    private Optional<String> failure = Optional.empty();

    /**
     * Begins.
     *
     * @param source the source's id
     * @param kinds what the source is asked for
     */
    Harvest(String source, Set<Kind> kinds) {
        this.source = source;
        this.whole = EnumSet.copyOf(kinds);
    }

    /** Ids of a server are opaque; in a file's name only what every disk can hold stands for itself. */
    String itemId(String opaque) {
        return source + "-" + FileName.of(opaque);
    }

    /** Takes an item, unless it is here already; an item answers no item but another. */
    void add(Feedback item) {
        if (items.containsKey(item.id())) {
            return;
        }
        if (isFull()) {
            lacksAll("more than " + MAX_ITEMS + " answers: the rest is not taken");
            return;
        }
        items.put(item.id(), item.parent().equals(Optional.of(item.id())) ? item.withParent(Optional.empty()) : item);
    }

    boolean isFull() {
        return items.size() >= MAX_ITEMS;
    }

    /** Takes a like, a repost or whatever else says nothing in words. */
    void react(Kind kind, String post, String person, Feedback.Person who, Optional<Instant> when) {
        String id = post + "-" + word(kind) + "-" + person;
        add(new Feedback(
                itemId(id),
                kind,
                new Feedback.Origin(source, post + "/" + word(kind) + "/" + person, Optional.empty()),
                who,
                when,
                Optional.empty(),
                Optional.empty(),
                Feedback.Format.PLAIN,
                "",
                Optional.empty(),
                Optional.empty(),
                Moderation.PENDING));
    }

    /**
     * Hears that something was taken back, or is not for everybody: its words are not kept, and what answers it moves up
     * unless it was known.
     *
     * @param id the opaque id of the item
     * @param parent the opaque id of what it answered; empty for the post itself
     */
    void withdrawn(Kind kind, String id, Optional<String> parent) {
        add(new Feedback(
                itemId(id),
                kind,
                new Feedback.Origin(source, id, Optional.empty()),
                new Feedback.Person("", "", Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Feedback.Format.PLAIN,
                "",
                parent.map(this::itemId),
                Optional.empty(),
                Moderation.REMOVED));
    }

    /** Notes that there are more of a kind than came. */
    void lacks(Kind kind, String note) {
        whole.remove(kind);
        note(note);
    }

    /** The same, without a word: it is usual, and nobody can do anything about it. */
    void lacks(Kind kind) {
        whole.remove(kind);
    }

    void lacksAll(String note) {
        whole.clear();
        note(note);
    }

    private void note(String note) {
        if (notes.size() < MAX_NOTES) {
            notes.add(note);
        }
    }

    /** What came of the reading. */
    PostSource.Gathered.Found found() {
        return new PostSource.Gathered.Found(
                items.values().stream().toList(), whole, notes.stream().toList(), failure);
    }

    /** What came of a reading that something ended: what was read before is kept. */
    PostSource.Gathered until(Halt halt) {
        if (halt.why() == Halt.Why.ENOUGH) {
            lacksAll(halt.reason());
            return found();
        }
        if (items.isEmpty()) {
            return halt.why() == Halt.Why.GONE
                    ? new PostSource.Gathered.Gone()
                    : new PostSource.Gathered.Unavailable(halt.reason());
        }
        whole.clear();
        failure = Optional.of(halt.reason());
        return found();
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
