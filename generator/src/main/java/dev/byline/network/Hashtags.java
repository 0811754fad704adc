package dev.byline.network;

import java.util.Locale;
import java.util.Optional;

/** Makes one word of a term, in camel case, so that screen readers can tell its parts. */
final class Hashtags {
    private Hashtags() {}

    /** {@code "slow roasting"} becomes {@code SlowRoasting}; empty where neither letters remain nor more than digits. */
    static Optional<String> camelCase(String term) {
        StringBuilder word = new StringBuilder();
        for (String part : term.split("[^\\p{L}\\p{M}\\p{N}_]+")) {
            if (!part.isEmpty()) {
                int first = part.offsetByCodePoints(0, 1);
                word.append(part.substring(0, first).toUpperCase(Locale.ROOT)).append(part.substring(first));
            }
        }
        boolean hasLetter = word.codePoints().anyMatch(Character::isLetter);
        return hasLetter ? Optional.of(word.toString()) : Optional.empty();
    }
}
