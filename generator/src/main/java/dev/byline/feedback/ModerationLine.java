package dev.byline.feedback;

import dev.byline.site.Feedback.Moderation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an item's file says what people decided. */
final class ModerationLine {
    private static final String KEY = "moderation";
    private static final KeyLine LINE = new KeyLine(KEY);

    private ModerationLine() {}

    /**
     * The file, with another decision.
     *
     * @return empty where it cannot be read, or where no word of it can be changed without changing more
     */
    static Optional<byte[]> changed(byte[] file, Moderation state) {
        return LINE.changed(file, word(state));
    }

    /** What a file says; empty where it cannot be read. Who says nothing has decided nothing. */
    static Optional<Moderation> state(byte[] file) {
        return KeyLine.read(file).flatMap(keys -> {
            Object word = keys.get(KEY);
            return word == null ? Optional.of(Moderation.PENDING) : stateCalled(String.valueOf(word));
        });
    }

    /** The state that a word stands for. */
    static Optional<Moderation> stateCalled(String word) {
        return Arrays.stream(Moderation.values())
                .filter(state -> word(state).equalsIgnoreCase(word))
                .findFirst();
    }

    static String word(Moderation state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
