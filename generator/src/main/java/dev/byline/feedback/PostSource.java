package dev.byline.feedback;

import dev.byline.site.Feedback;
import dev.byline.site.Post;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A network: asked for the answers to each post of ours. */
public non-sealed interface PostSource extends FeedbackSource {
    /** Whether answers to this post of the ledger can be asked for here. */
    boolean answers(Post post);

    /**
     * The post behind an address that a writer has noted as {@code syndication:}.
     *
     * @return empty where it is none of this source's
     */
    default Optional<Post> postAt(String url) {
        return Optional.empty();
    }

    /** Asks for all answers to a post. */
    Gathered gather(Post post);

    /** What came of asking. */
    sealed interface Gathered {
        /**
         * Answers.
         *
         * @param items in the state {@code PENDING}, or {@code REMOVED} where the source tells that somebody took back what
         *     they had said, or does not want it shown
         * @param whole the kinds of which these are all there are, so that what is missing has been withdrawn
         * @param notes what was left out, and why
         * @param failure why the source stopped answering as it should, before all was read
         */
        record Found(List<Feedback> items, Set<Feedback.Kind> whole, List<String> notes, Optional<String> failure)
                implements Gathered {
            public Found {
                items = List.copyOf(items);
                whole = Set.copyOf(whole);
                notes = List.copyOf(notes);
            }
        }

        /** The post is no longer there, or not for everybody. */
        record Gone() implements Gathered {}

        /** The source did not answer as it should. */
        record Unavailable(String reason) implements Gathered {}
    }
}
