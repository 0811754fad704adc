package dev.byline.feedback;

import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a reader sent to the site's own intake: a comment, a rating, or both.
 *
 * <p>Without the reader's network address or e-mail address: nothing holds them. The words are as they came, hostile until
 * they are made safe.
 *
 * @param number counts every change of an intake; a later change has a higher one
 * @param id random, lower-case letters and digits
 * @param article the id of the article
 * @param parent the id of the item of feedback that it answers
 * @param rating 1 to 5 stars
 * @param state what became of it
 */
public record Submission(
        long number,
        String id,
        String article,
        Optional<String> parent,
        String name,
        Optional<String> website,
        String text,
        Optional<Integer> rating,
        Instant received,
        State state) {
    /** The word that stands for the intake in files. */
    public static final String SOURCE = "intake";

    /** What became of a submission. */
    public enum State {
        /** For people to decide on. */
        KEPT,
        /** For people to decide on, but it reads like what they have rejected before. */
        SUSPECT,
        /** Taken back by who sent it; its words are gone. */
        REMOVED
    }

    public Submission {
        Objects.requireNonNull(received);
        Objects.requireNonNull(state);
        if (!id.matches("[a-z0-9]{1,64}")) {
            throw new IllegalArgumentException("no id of a submission: " + id);
        }
        if (rating.isPresent() && (rating.get() < 1 || rating.get() > 5)) {
            throw new IllegalArgumentException("a rating of " + rating.get());
        }
    }

    /** The same in the next state, with the number of that change. */
    public Submission as(State next, long change) {
        return new Submission(change, id, article, parent, name, website, text, rating, received, next);
    }

    /** The same as an item of feedback. Words are plain text: what looks like a mark is one that the reader typed. */
    public SiteSource.Item item() {
        Moderation moderation = switch (state) {
            case KEPT -> Moderation.PENDING;
            case SUSPECT -> Moderation.REJECTED;
            case REMOVED -> Moderation.REMOVED;
        };
        Feedback feedback = new Feedback(
                SOURCE + "-" + id,
                rating.isPresent() ? Kind.RATING : Kind.COMMENT,
                new Feedback.Origin(SOURCE, id, Optional.empty()),
                new Feedback.Person(SafeHtml.name(name), "", website),
                Optional.of(received),
                Optional.empty(),
                Optional.empty(),
                Feedback.Format.PLAIN,
                text,
                parent,
                rating,
                moderation);
        return new SiteSource.Item(article, feedback);
    }
}
