package dev.byline.publish;

/**
 * What was done about one post.
 *
 * @param part its number in its thread, from 1
 * @param detail its address, or why; no secrets
 */
public record Line(String article, String account, String network, int part, Result result, String detail) {
    /** What it came to. */
    public enum Result {
        /** It is out now. */
        POSTED("posted"),
        /** It was out already, and only not known to be. */
        FOUND("found"),
        /** Its text is that of the draft now. */
        UPDATED("updated"),
        /** It is no longer out. */
        WITHDRAWN("withdrawn"),
        /** A dry run would do it. */
        DUE("due"),
        /** Its draft has changed since it was posted. */
        CHANGED("changed since"),
        /** Its time has not come. */
        LATER("later"),
        /** It was not done, and why is known. */
        FAILED("failed"),
        /** It was sent, and nobody knows whether it is out; it is looked up by the next run. */
        UNCLEAR("unclear"),
        /** It was sent, nobody knows whether it is out, and the network cannot be asked. */
        TO_SETTLE("to settle");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        /** As people read it. */
        public String word() {
            return word;
        }

        /** Whether something is left that should have been done. */
        public boolean isFailure() {
            return this == FAILED || this == UNCLEAR || this == TO_SETTLE;
        }
    }
}
