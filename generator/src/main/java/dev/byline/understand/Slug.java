package dev.byline.understand;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The part of an address that a name becomes: {@code "Perché scriviamo"} becomes {@code perche-scriviamo}.
 *
 * <p>Letters of every script stay letters; marks on Latin ones go, so that the address can be typed.
 */
final class Slug {
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f'\\u2019]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");

    private Slug() {}

    /** The slug of a name; empty where the name holds neither letter nor digit. */
    static String of(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("Æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("Ø", "o")
                .replace("ł", "l")
                .replace("Ł", "l")
                .replace("đ", "d");
        String small = Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return ENDS.matcher(BETWEEN.matcher(small).replaceAll("-")).replaceAll("");
    }

    /** Whether a word can stand in an address as it is: letters, digits, {@code - _ . ~}, and no dot at the start. */
    static boolean isOne(String word) {
        return word.matches("[\\p{L}\\p{N}_~-][\\p{L}\\p{N}\\p{M}_.~-]*");
    }
}
