package dev.byline.lint;

/**
 * What a rule finds in one post.
 *
 * @param offset where it begins in the post's text
 * @param excerpt the words in question; empty where it is the whole post
 * @param reason what is wrong, in one line, without a full stop
 * @param suggestion what to do about it
 */
record Fault(int offset, String excerpt, String reason, String suggestion) {
    /** A fault of the whole post. */
    static Fault of(String reason, String suggestion) {
        return new Fault(0, "", reason, suggestion);
    }
}
