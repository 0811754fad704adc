package dev.byline.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes a text apart into words as they are looked up: {@code "Caffè, appena TOSTATO"} becomes {@code caffe appena
 * tostato}. Chinese and Japanese have no spaces, so each pair of characters is a word.
 *
 * <p>{@code search.js} does the same to what readers type: change both, or neither.
 */
final class Words {
    /** Longer ones are accidents, and would make the files heavy. */
    private static final int LONGEST = 40;

    private static final Set<UnicodeScript> WITHOUT_SPACES =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private Words() {}

    static List<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "");
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        StringBuilder run = new StringBuilder();
        plain.codePoints().forEach(c -> {
            boolean ideograph = WITHOUT_SPACES.contains(UnicodeScript.of(c));
            if (!ideograph) {
                flushRun(run, words);
            }
            if (ideograph || !Character.isLetterOrDigit(c)) {
                flush(word, words);
            }
            if (ideograph) {
                run.appendCodePoint(c);
            } else if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            }
        });
        flush(word, words);
        flushRun(run, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty() && word.length() <= LONGEST) {
            words.add(word.toString());
        }
        word.setLength(0);
    }

    private static void flushRun(StringBuilder run, List<String> words) {
        if (run.isEmpty()) {
            return;
        }
        int[] characters = run.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int length = Math.min(2, characters.length - i);
            if (length == 2 || characters.length == 1) {
                words.add(new String(characters, i, length));
            }
        }
        run.setLength(0);
    }
}
