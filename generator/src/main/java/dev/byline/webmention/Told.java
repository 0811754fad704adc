package dev.byline.webmention;

/**
 * What was done about one linked page.
 *
 * @param page of ours: the article's id, or the path where it was
 * @param detail the linked page, and why it was not told
 */
public record Told(String page, Result result, String detail) {
    /** What it came to. */
    public enum Result {
        MENTIONED("mentioned"),
        /** It was told that the piece has changed. */
        UPDATED("updated"),
        /** It was told that the piece no longer leads there. */
        WITHDRAWN("withdrawn"),
        /** A dry run would ask it. */
        DUE("due"),
        /** Not to be told now, or given up until the piece changes. */
        LATER("later"),
        FAILED("failed");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        /** As people read it. */
        public String word() {
            return word;
        }
    }
}
