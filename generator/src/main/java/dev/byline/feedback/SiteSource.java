package dev.byline.feedback;

import dev.byline.site.Feedback;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
         * @param whole the ids of articles of which these are all items there are, so that what is missing has been withdrawn
         * @param failure why the source stopped answering as it should, before all was read
         */
        record News(
                List<Item> items,
                Optional<String> cursor,
                List<String> notes,
                Set<String> whole,
                Optional<String> failure)
                implements Delivered {
            public News {
                items = List.copyOf(items);
                notes = List.copyOf(notes);
                whole = Set.copyOf(whole);
            }

            /** What is new, and nothing but that. */
            public News(List<Item> items, Optional<String> cursor, List<String> notes) {
                this(items, cursor, notes, Set.of(), Optional.empty());
            }
        }

        /** The source did not answer as it should. */
        record Unavailable(String reason) implements Delivered {}
    }

    /**
     * One answer.
     *
     * @param article the id of the article
     * @param judged whether its state is what people decided where it comes from, and holds here, too
     */
    record Item(String article, Feedback feedback, boolean judged) {
        public Item(String article, Feedback feedback) {
            this(article, feedback, false);
        }
    }
}
