package dev.byline.feedback;

import dev.byline.site.Feedback;
import java.util.List;
import java.util.Optional;

/** A place that collects what is answered to all pieces of a site: asked for what is new there. */
public non-sealed interface SiteSource extends FeedbackSource {
    /**
     * Asks for what is new.
     *
     * @param addresses finds the article that an address belongs to
     * @param cursor how far the last round came, in the source's own words; empty for the first round, or for all again
     */
    Delivered gather(Addresses addresses, Optional<String> cursor);

    /** Hears that all of a delivery is safely in files. */
    default void acknowledge(String cursor) {}

    /** What came of asking. */
    sealed interface Delivered {
        /**
         * What is new.
         *
         * @param items in the state {@code PENDING}, {@code REJECTED} where they read like what was rejected before, or {@code
         *     REMOVED} where somebody took back what they had said
         * @param cursor where the next round goes on
         * @param notes what was left out, and why
         */
        record News(List<Item> items, Optional<String> cursor, List<String> notes) implements Delivered {
            public News {
                items = List.copyOf(items);
                notes = List.copyOf(notes);
            }
        }

        /** The source did not answer as it should. */
        record Unavailable(String reason) implements Delivered {}
    }

    /**
     * One answer.
     *
     * @param article the id of the article
     */
    record Item(String article, Feedback feedback) {}
}
