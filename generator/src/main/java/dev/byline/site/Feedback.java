package dev.byline.site;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a reader answered to an article, wherever they did.
 *
 * <p>Text and names are as they came: hostile until sanitised at rendering.
 *
 * @param id the name of its file without extension, unique within its article
 * @param edited when its author last changed it
 * @param language the text's, where the source tells
 * @param text raw, in its {@code format}
 * @param parent the id of the item that it answers; absent where it answers the article itself
 * @param rating 1 to 5 stars, for a rating
 */
public record Feedback(
        String id,
        Kind kind,
        Origin origin,
        Person author,
        Optional<Instant> published,
        Optional<Instant> edited,
        Optional<Locale> language,
        Format format,
        String text,
        Optional<String> parent,
        Optional<Integer> rating,
        Moderation moderation) {
    public Feedback {
        Objects.requireNonNull(id);
        if (rating.isPresent() && (rating.get() < 1 || rating.get() > 5)) {
            throw new IllegalArgumentException("a rating of " + rating.get());
        }
    }

    /** What the reader did. */
    public enum Kind {
        COMMENT,
        REPLY,
        MENTION,
        LIKE,
        REPOST,
        BOOKMARK,
        RATING;

        /** Whether it is said in words (and so stands in the thread), rather than counted. */
        public boolean isSpoken() {
            return this == COMMENT || this == REPLY || this == MENTION;
        }
    }

    /** How the raw text is written. */
    public enum Format {
        PLAIN,
        MARKDOWN,
        HTML
    }

    /** What the people who run the blog decided. */
    public enum Moderation {
        PENDING,
        APPROVED,
        REJECTED,
        /** Withdrawn by its author or at its source: the text is gone, the place in the thread stays. */
        REMOVED
    }

    /**
     * Where it was said.
     *
     * @param source the source's id: {@code mastodon}, {@code intake} ...
     * @param id the item's identity there, opaque
     * @param url its permanent address, if it has one
     */
    public record Origin(String source, String id, Optional<String> url) {}

    /**
     * A reader, as they present themselves.
     *
     * @param handle empty where there is none
     */
    public record Person(String name, String handle, Optional<String> url) {}

    public Feedback withModeration(Moderation state) {
        return new Feedback(id, kind, origin, author, published, edited, language, format, text, parent, rating, state);
    }

    public Feedback withParent(Optional<String> other) {
        return new Feedback(
                id, kind, origin, author, published, edited, language, format, text, other, rating, moderation);
    }

    /** The same, said at other times. */
    public Feedback withTimes(Optional<Instant> said, Optional<Instant> changed) {
        return new Feedback(
                id, kind, origin, author, said, changed, language, format, text, parent, rating, moderation);
    }
}
