package dev.byline.feedback;

import dev.byline.site.Feedback;
import java.util.Locale;
import java.util.Optional;

/** Items for tests. */
final class FeedbackItems {
    private FeedbackItems() {}

    static Feedback saying(String text, String format) {
        return new Feedback(
                "x",
                Feedback.Kind.REPLY,
                new Feedback.Origin("test", "x", Optional.empty()),
                new Feedback.Person("R", "", Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Feedback.Format.valueOf(format.toUpperCase(Locale.ROOT)),
                text,
                Optional.empty(),
                Optional.empty(),
                Feedback.Moderation.APPROVED);
    }
}
