package dev.byline.markdown;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;
import uk.ac.ed.ph.snuggletex.XMLStringOutputOptions;

/**
 * Mathematics in TeX: {@code $a^2$} within a line, {@code $$a^2$$} on its own, as MathML, which browsers show without a
 * script.
 *
 * <p>A dollar begins mathematics only right before something and ends it only right behind something, and not before a
 * digit, so that prices stay prices (the rule of Pandoc's tex_math_dollars).
 *
 * @see <a href="https://www.w3.org/TR/mathml-core/">MathML Core</a>
 */
final class Maths extends CustomNode {
    private final String tex;
    private final boolean display;

    Maths(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    String tex() {
        return tex;
    }

    boolean display() {
        return display;
    }

    /** What a formula became, or why it could not. */
    record Rendered(Optional<String> mathml, String problem) {}

    /** The engine takes a while to start: only texts with a formula wait for it. */
    private static final class Engine {
        static final SnuggleEngine INSTANCE = new SnuggleEngine();
    }

    /** The formula as MathML. */
    static Rendered render(String tex, boolean display) {
        try {
            SnuggleSession session = Engine.INSTANCE.createSession();
            boolean read = session.parseInput(new SnuggleInput(display ? "$$" + tex + "$$" : "$" + tex + "$"));
            if (!read || !session.getErrors().isEmpty()) {
                return new Rendered(Optional.empty(), problem(session));
            }
            XMLStringOutputOptions options = new XMLStringOutputOptions();
            options.setIncludingXMLDeclaration(false);
            options.setAddingMathSourceAnnotations(false);
            String xml = session.buildXMLString(options);
            boolean whole = xml != null && xml.startsWith("<math") && xml.endsWith("</math>");
            return whole
                    ? new Rendered(Optional.of(withSource(xml, tex)), "")
                    : new Rendered(Optional.empty(), "it is not one formula");
        } catch (IOException | RuntimeException odd) {
            return new Rendered(Optional.empty(), "it cannot be read");
        }
    }

    private static String problem(SnuggleSession session) {
        return session.getErrors().isEmpty()
                ? "it cannot be read"
                : "TeX error " + session.getErrors().get(0).getErrorCode();
    }

    /** People who copy the formula, or hear the page, get the TeX. */
    private static String withSource(String xml, String tex) {
        int open = xml.indexOf('>');
        String content = xml.substring(open + 1, xml.length() - "</math>".length());
        return xml.substring(0, open) + " alttext=\"" + Markup.escaped(tex) + "\"><semantics><mrow>" + content
                + "</mrow><annotation encoding=\"application/x-tex\">" + Markup.escaped(tex)
                + "</annotation></semantics></math>";
    }

    /** Finds formulas in a line. */
    static final class Finder implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return Finder::find;
        }

        private static ParsedInline find(InlineParserState state) {
            Scanner scanner = state.scanner();
            // Behind a letter or digit, a dollar is a currency or part of a name.
            if (Character.isLetterOrDigit(scanner.peekPreviousCodePoint())) {
                return ParsedInline.none();
            }
            scanner.next();
            boolean display = scanner.next('$');
            if (!display && (Character.isWhitespace(scanner.peek()) || scanner.peek() == Scanner.END)) {
                return ParsedInline.none();
            }
            Position start = scanner.position();
            while (scanner.find('$') >= 0) {
                String tex = text(scanner, start);
                boolean escaped = tex.endsWith("\\");
                scanner.next();
                boolean closes = display
                        ? scanner.next('$') && !tex.isBlank()
                        : !tex.isEmpty()
                                && !Character.isWhitespace(tex.charAt(tex.length() - 1))
                                && !Character.isDigit(scanner.peek());
                if (!escaped && closes) {
                    return ParsedInline.of(new Maths(tex.strip(), display), scanner.position());
                }
                if (!display && !escaped) {
                    return ParsedInline.none();
                }
            }
            return ParsedInline.none();
        }

        private static String text(Scanner scanner, Position start) {
            return scanner.getSource(start, scanner.position()).getContent();
        }
    }
}
