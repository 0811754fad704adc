package dev.byline.lint;

import dev.byline.network.Facet;
import dev.byline.network.Graphemes;
import dev.byline.network.Mark;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A post's text, looked at once for all rules.
 *
 * @param written as its writer left it
 * @param text the same in normal form C, so that words are found however their accents are typed
 * @param marks its links, mentions and hashtags
 * @param plain {@code text} with spaces in place of the marks: as long, so that offsets hold
 */
public record PostText(String written, String text, List<Mark> marks, String plain) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’-]*");

    public PostText {
        marks = List.copyOf(marks);
    }

    /** Looks at a text, hostile or not. */
    public static PostText of(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC);
        List<Mark> marks = Mark.in(text);
        StringBuilder plain = new StringBuilder(text);
        marks.forEach(mark -> plain.replace(mark.start(), mark.end(), " ".repeat(mark.end() - mark.start())));
        return new PostText(written, text, marks, plain.toString());
    }

    List<Mark> marks(Facet.Kind kind) {
        return marks.stream().filter(mark -> mark.kind() == kind).toList();
    }

    /** Its words, without links, mentions and hashtags. A run of a script without spaces is one. */
    List<String> words() {
        return WORD.matcher(plain).results().map(found -> found.group()).toList();
    }

    /** How many letters and digits are left without links, mentions and hashtags. */
    long letters() {
        return plain.codePoints().filter(Character::isLetterOrDigit).count();
    }

    /** The line, from 0, and the column, from 0 in code points, of an offset; in the text as written. */
    int[] position(int offset) {
        String before = written.substring(0, inWritten(offset));
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new int[] {line, before.codePointCount(lineStart, before.length())};
    }

    private int inWritten(int offset) {
        if (written.equals(text)) {
            return offset;
        }
        int there = 0;
        int here = 0;
        for (String cluster : Graphemes.of(written)) {
            if (here >= offset) {
                return there;
            }
            here += Normalizer.normalize(cluster, Normalizer.Form.NFC).length();
            there += cluster.length();
        }
        return written.length();
    }
}
