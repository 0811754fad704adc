package dev.byline.preview;

import dev.byline.site.Feedback.Moderation;
import java.util.Optional;

/** What only the writer sees, beside the pages. Threads may share it. */
public interface Backstage {
    /** The page that lists the pieces that are not out; empty where the site cannot be read. */
    Optional<byte[]> unpublished();

    /**
     * The page on which a person decides about readers' answers.
     *
     * @param token proves that a form comes from this page
     * @param said what became of the last form: {@code done}, {@code undone}, {@code stale}, or nothing
     * @return empty where the site cannot be read
     */
    Optional<byte[]> moderation(String token, String said);

    /**
     * Decides about one answer.
     *
     * @param mark what the answer was when the person looked at it
     * @return whether anything was changed
     */
    boolean decide(String item, String mark, Moderation decision);

    /** Takes back what the last round decided; says whether anything was changed. */
    boolean undo();
}
