package dev.byline.markdown;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Letters in the styles of mathematics, as characters of their own: {@code <mi mathvariant="double-struck">R</mi>}
 * becomes {@code <mi>ℝ</mi>}.
 *
 * @see <a href="https://www.w3.org/TR/mathml-core/#new-text-transform-values">MathML Core, which drops the attribute</a>
 */
final class MathLetters {
    private static final Pattern STYLED = Pattern.compile("<(m[ino]|mtext) mathvariant=\"([a-z-]+)\">([^<&]*)</");

    /** Where a style's capital and small letters begin, and its digits: 0 where it has none. */
    private record Alphabet(int capitals, int smalls, int digits) {}

    private static final Map<String, Alphabet> ALPHABETS = Map.ofEntries(
            Map.entry("bold", new Alphabet(0x1D400, 0x1D41A, 0x1D7CE)),
            Map.entry("italic", new Alphabet(0x1D434, 0x1D44E, 0)),
            Map.entry("bold-italic", new Alphabet(0x1D468, 0x1D482, 0)),
            Map.entry("script", new Alphabet(0x1D49C, 0x1D4B6, 0)),
            Map.entry("bold-script", new Alphabet(0x1D4D0, 0x1D4EA, 0)),
            Map.entry("fraktur", new Alphabet(0x1D504, 0x1D51E, 0)),
            Map.entry("double-struck", new Alphabet(0x1D538, 0x1D552, 0x1D7D8)),
            Map.entry("bold-fraktur", new Alphabet(0x1D56C, 0x1D586, 0)),
            Map.entry("sans-serif", new Alphabet(0x1D5A0, 0x1D5BA, 0x1D7E2)),
            Map.entry("bold-sans-serif", new Alphabet(0x1D5D4, 0x1D5EE, 0x1D7EC)),
            Map.entry("sans-serif-italic", new Alphabet(0x1D608, 0x1D622, 0)),
            Map.entry("sans-serif-bold-italic", new Alphabet(0x1D63C, 0x1D656, 0)),
            Map.entry("monospace", new Alphabet(0x1D670, 0x1D68A, 0x1D7F6)));

    /** Letters that Unicode had before the alphabets, and where the alphabets have holes in their place. */
    private static final Map<Integer, Integer> OLDER = Map.ofEntries(
            Map.entry(0x1D455, 0x210E),
            Map.entry(0x1D49D, 0x212C),
            Map.entry(0x1D4A0, 0x2130),
            Map.entry(0x1D4A1, 0x2131),
            Map.entry(0x1D4A3, 0x210B),
            Map.entry(0x1D4A4, 0x2110),
            Map.entry(0x1D4A7, 0x2112),
            Map.entry(0x1D4A8, 0x2133),
            Map.entry(0x1D4AD, 0x211B),
            Map.entry(0x1D4BA, 0x212F),
            Map.entry(0x1D4BC, 0x210A),
            Map.entry(0x1D4C4, 0x2134),
            Map.entry(0x1D506, 0x212D),
            Map.entry(0x1D50B, 0x210C),
            Map.entry(0x1D50C, 0x2111),
            Map.entry(0x1D515, 0x211C),
            Map.entry(0x1D51D, 0x2128),
            Map.entry(0x1D53A, 0x2102),
            Map.entry(0x1D53F, 0x210D),
            Map.entry(0x1D545, 0x2115),
            Map.entry(0x1D547, 0x2119),
            Map.entry(0x1D548, 0x211A),
            Map.entry(0x1D549, 0x211D),
            Map.entry(0x1D551, 0x2124));

    private MathLetters() {}

    static String in(String mathml) {
        return STYLED.matcher(mathml)
                .replaceAll(styled -> Matcher.quoteReplacement(
                        ALPHABETS.containsKey(styled.group(2))
                                ? "<" + styled.group(1) + ">" + letters(styled.group(3), ALPHABETS.get(styled.group(2)))
                                        + "</"
                                : styled.group()));
    }

    private static String letters(String text, Alphabet alphabet) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().forEach(c -> letters.appendCodePoint(letter(c, alphabet)));
        return letters.toString();
    }

    private static int letter(int c, Alphabet alphabet) {
        if (c >= '0' && c <= '9') {
            return alphabet.digits() == 0 ? c : alphabet.digits() + c - '0';
        }
        int letter = c >= 'A' && c <= 'Z'
                ? alphabet.capitals() + c - 'A'
                : c >= 'a' && c <= 'z' ? alphabet.smalls() + c - 'a' : c;
        return OLDER.getOrDefault(letter, letter);
    }
}
