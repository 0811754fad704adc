package dev.byline.publish;

import java.time.Duration;

/** What became of a request to a network. */
sealed interface Outcome {
    /**
     * It is done.
     *
     * @param but what went wrong beside it; mostly empty
     */
    record Done(Sent sent, String but) implements Outcome {
        Done(Sent sent) {
            this(sent, "");
        }
    }

    /**
     * It can be posted now.
     *
     * @param key what it is posted by
     */
    record Prepared(String key) implements Outcome {}

    /**
     * It is not done, for certain.
     *
     * @param wholeAccount whether nothing else will be taken from this account either
     */
    record Refused(String reason, boolean wholeAccount) implements Outcome {
        Refused(String reason) {
            this(reason, false);
        }
    }

    /** It is not done, and will be taken later. */
    record Busy(String reason, Duration pause) implements Outcome {}

    /** It may be done or not. */
    record Unclear(String reason) implements Outcome {}
}
