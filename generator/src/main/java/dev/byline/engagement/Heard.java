package dev.byline.engagement;

import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import java.time.Duration;
import java.util.Optional;

/**
 * Something that a reader answered.
 *
 * @param answered whether somebody of the site answered it
 * @param waited how long the first answer took, where both have a time
 */
record Heard(Article article, Feedback item, boolean answered, Optional<Duration> waited) {
    boolean isReply() {
        return item.kind().isSpoken()
                || (item.kind() == Kind.RATING && !item.text().isBlank());
    }

    boolean isReaction() {
        return item.kind() == Kind.LIKE || item.kind() == Kind.REPOST || item.kind() == Kind.BOOKMARK;
    }
}
