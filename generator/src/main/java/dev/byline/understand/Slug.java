package dev.byline.understand;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The part of an address that a name becomes: {@code "Perché scriviamo"} becomes {@code perche-scriviamo}.
 *
 * <p>Letters of every script stay letters; marks on Latin ones go, so that the address can be typed.
 */
final class Slug {
    private Slug() {}

    /** The slug of a name; empty where the name holds neither letter nor digit. */
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[\\u0300-\\u036f'\\u2019]", "")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("Æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("Ø", "o")
                .replace("ł", "l")
                .replace("Ł", "l")
                .replace("đ", "d");
        return Normalizer.normalize(plain, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{M}]+", "-")
                .replaceAll("^-+|-+$", "");
    }

    /** Whether a word can stand in an address as it is: letters, digits, {@code - _ . ~}, and no dot at the start. */
    static boolean isOne(String word) {
        return word.matches("[\\p{L}\\p{N}_~-][\\p{L}\\p{N}\\p{M}_.~-]*");
    }
}
