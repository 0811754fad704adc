package dev.byline.webmention;

import dev.byline.site.Feedback;

/** What came of looking at the page that is said to mention one of ours. */
public sealed interface Verified {
    /**
     * It does.
     *
     * @param article the id of the article that it mentions
     * @param item in the state {@code PENDING}; the same source and target always give the same id
     */
    record Accepted(String article, Feedback item) implements Verified {}

    /**
     * It does not, or no longer: what is known of it is to be removed. Where nothing is, this is a refusal.
     *
     * @param id of the item that there would be
     */
    record Absent(String article, String id, String reason) implements Verified {}

    /** It is no mention, and will be none. */
    record Refused(String reason) implements Verified {}

    /** It could not be looked at now; another time it may. */
    record Unanswered(String reason) implements Verified {}
}
