package dev.byline.markdown;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * TeX in a line: {@code $a^2$}, or {@code $$a^2$$} to stand on a line of its own.
 *
 * <p>By Pandoc's rule, so that prices stay prices: no space behind the opening {@code $} and before the closing one, and
 * no digit behind that. {@code "$5 and $10"}, {@code "$5-$10"} and {@code "US$ 5"} are no formulas.
 *
 * @see <a href="https://pandoc.org/MANUAL.html#extension-tex_math_dollars">tex_math_dollars</a>
 */
final class Formula extends CustomNode {
    /** The dollars of other countries: {@code "$10, US$ 5"} would be a formula by Pandoc's rule. */
    private static final Pattern DOLLARS = Pattern.compile("\\d.*[\\s,(](?:US|CA|AU|NZ|HK|SG|NT|MX)", Pattern.DOTALL);

    private final String tex;
    private final boolean display;

    private Formula(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    String tex() {
        return tex;
    }

    boolean display() {
        return display;
    }

    /** How many {@code $} stand before it. */
    int marks() {
        return display ? 2 : 1;
    }

    /** Finds formulas where a {@code $} stands. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return Formula::tryParse;
        }
    }

    private static ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        boolean behindWord = Character.isLetterOrDigit(scanner.peekPreviousCodePoint());
        int marks = scanner.matchMultiple('$');
        if (behindWord || marks > 2 || (marks == 1 && Character.isWhitespace(scanner.peek()))) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        while (scanner.hasNext() && scanner.peek() != '$' && scanner.peek() != '`') {
            // A backslash takes the next character with it; a backtick begins code.
            if (scanner.next('\\') && !scanner.hasNext()) {
                return ParsedInline.none();
            }
            scanner.next();
        }
        String tex = scanner.getSource(start, scanner.position()).getContent();
        boolean closed = !tex.isBlank() && scanner.matchMultiple('$') == marks;
        if (!closed || (marks == 1 && !closes(tex, scanner.peek()))) {
            return ParsedInline.none();
        }
        Node formula = new Formula(tex, marks == 2);
        return ParsedInline.of(formula, scanner.position());
    }

    private static boolean closes(String tex, char next) {
        return !Character.isWhitespace(tex.charAt(tex.length() - 1))
                && !Character.isDigit(next)
                && !DOLLARS.matcher(tex).matches();
    }
}
