package dev.byline.theme;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** What stands for a face where there is none: initials on a colour that is always the same for the same person. */
public final class Monogram {
    /** Tints that keep white letters readable; the style sheet has them. */
    private static final int HUES = 8;

    private Monogram() {}

    /** The first letters of the first and last word that have one. */
    public static String initials(String name) {
        List<String> letters = Arrays.stream(name.split("[\\s@.]+"))
                .map(word ->
                        word.codePoints().filter(Character::isLetterOrDigit).findFirst())
                .filter(OptionalInt::isPresent)
                .map(first -> Character.toString(Character.toUpperCase(first.getAsInt())))
                .toList();
        return letters.isEmpty()
                ? "·"
                : letters.size() == 1 ? letters.get(0) : letters.get(0) + letters.get(letters.size() - 1);
    }

    /** The number of a person's colour, from 0 to 7. */
    public static int hue(String id) {
        return Math.floorMod(id.hashCode(), HUES);
    }
}
