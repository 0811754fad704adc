package dev.byline.markdown;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * How long a text takes to read, by how fast people read its language.
 *
 * <p>Words a minute, and characters a minute for Chinese and Japanese, are the means of the IReST study (Trauzettel-Klosinski
 * and Dietz, "Standardized assessment of reading performance", 2012). An image takes 12 seconds.
 */
final class ReadingTime extends AbstractVisitor {
    private static final Map<String, Integer> WORDS_A_MINUTE = Map.ofEntries(
            Map.entry("ar", 138),
            Map.entry("de", 179),
            Map.entry("en", 228),
            Map.entry("es", 218),
            Map.entry("fi", 161),
            Map.entry("fr", 195),
            Map.entry("he", 187),
            Map.entry("it", 188),
            Map.entry("nl", 202),
            Map.entry("pl", 166),
            Map.entry("pt", 181),
            Map.entry("ru", 184),
            Map.entry("sl", 180),
            Map.entry("sv", 199),
            Map.entry("tr", 166));
    /** The mean over all languages of the study. */
    private static final int WORDS_A_MINUTE_ELSEWHERE = 184;

    private static final int CHARACTERS_A_MINUTE_JAPANESE = 357;
    private static final int CHARACTERS_A_MINUTE_CHINESE = 255;
    private static final int SECONDS_AN_IMAGE = 12;

    private int words;
    private int ideographs;
    private int images;

    private ReadingTime() {}

    static ReadingTime of(Node document) {
        ReadingTime time = new ReadingTime();
        document.accept(time);
        return time;
    }

    /** How many words there are; a character of a script without spaces counts as one. */
    int words() {
        return words + ideographs;
    }

    /** Whole minutes, at least 1. */
    int minutes(Locale language) {
        int wordsAMinute = WORDS_A_MINUTE.getOrDefault(language.getLanguage(), WORDS_A_MINUTE_ELSEWHERE);
        int charactersAMinute =
                language.getLanguage().equals("ja") ? CHARACTERS_A_MINUTE_JAPANESE : CHARACTERS_A_MINUTE_CHINESE;
        double minutes = (double) words / wordsAMinute
                + (double) ideographs / charactersAMinute
                + images * SECONDS_AN_IMAGE / 60.0;
        return Math.max(1, (int) Math.round(minutes));
    }

    @Override
    public void visit(Text text) {
        count(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        count(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        count(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        count(code.getLiteral());
    }

    @Override
    public void visit(Image image) {
        images++;
    }

    private void count(String text) {
        boolean inWord = false;
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            int c = chars[i];
            if (Character.isHighSurrogate((char) c)) {
                c = Character.codePointAt(chars, i);
                i += Character.charCount(c) - 1;
            }
            if (c < 0x2E80 || !isCounted(c)) {
                boolean letter = isLetterOrDigit(c) || (inWord && (c == '\'' || c == '\u2019' || c == '-'));
                if (letter && !inWord) {
                    words++;
                }
                inWord = letter;
            } else {
                ideographs++;
                inWord = false;
            }
        }
    }

    /** Most characters are of ASCII, and Java looks each of them up in a table. */
    private static boolean isLetterOrDigit(int c) {
        return c < 0x80
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                : Character.isLetterOrDigit(c);
    }

    /** Whether a script writes without spaces, so that its characters are counted. */
    private static boolean isCounted(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
