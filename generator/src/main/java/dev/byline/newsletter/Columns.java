package dev.byline.newsletter;

import dev.byline.network.Graphemes;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Sets text in lines of a fixed number of columns, as programs show it that have one width for all letters.
 *
 * <p>Chinese, Japanese and Korean letters take two columns. Scripts that write no spaces break where their rules let
 * them, all others between words; what has no such place, as an address, stays whole. No grapheme is ever torn.
 */
final class Columns {
    private static final Set<Character.UnicodeScript> WIDE = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL);

    private static final Set<Character.UnicodeScript> WITHOUT_SPACES = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR);

    private Columns() {}

    /** How many columns a text takes. */
    static int of(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean fullWidth = (c >= 0x3000 && c <= 0x303f) || (c >= 0xff01 && c <= 0xff60);
        boolean emoji = c >= 0x1f300 && c <= 0x1faff;
        return fullWidth || emoji || WIDE.contains(Character.UnicodeScript.of(c)) ? 2 : 1;
    }

    /** The text in lines of at most so many columns; line breaks in it stay. */
    static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\n")) {
            fill(paragraph, columns, lines);
        }
        return lines;
    }

    private static void fill(String paragraph, int columns, List<String> lines) {
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : paragraph.strip().split("[ \t]+")) {
            String space = line.isEmpty() ? "" : " ";
            for (String piece : pieces(word)) {
                int width = of(piece);
                if (used + space.length() + width > columns && !line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                    space = "";
                }
                line.append(space).append(piece);
                used += space.length() + width;
                space = "";
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
    }

    /** A word in the pieces that may stand on lines of their own. */
    private static List<String> pieces(String word) {
        if (word.codePoints().mapToObj(Character.UnicodeScript::of).noneMatch(WITHOUT_SPACES::contains)) {
            return List.of(word);
        }
        Set<Integer> betweenGraphemes = new HashSet<>();
        int offset = 0;
        for (String grapheme : Graphemes.of(word)) {
            betweenGraphemes.add(offset += grapheme.length());
        }
        List<String> pieces = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(word);
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (betweenGraphemes.contains(end)) {
                pieces.add(word.substring(start, end));
                start = end;
            }
        }
        return pieces;
    }
}
