package dev.byline.intake;

/**
 * Looks whether a page mentions a page of the site. Asks another server, so it may take its time; called from threads that
 * have nothing else to do. A mention can be asked about more than once.
 */
public interface MentionVerifier {
    /**
     * Looks.
     *
     * @param source the page that is said to mention the target; where it leads is not yet known to be safe
     * @param target a page of the site
     */
    Verified verify(String source, String target);

    /** What came of looking. */
    sealed interface Verified {
        /**
         * The source mentions the target.
         *
         * @param found what was found there, in the verifier's own words, for {@code gather}
         */
        record Found(String found) implements Verified {}

        /** The source is gone for good, or mentions the target no longer. */
        record Gone(String reason) implements Verified {}

        /** The source does not mention the target, or may not be read. */
        record Refused(String reason) implements Verified {}

        /** The source could not be reached now. */
        record Later(String reason) implements Verified {}
    }
}
