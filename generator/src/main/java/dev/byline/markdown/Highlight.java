package dev.byline.markdown;

import java.util.Optional;
import javax.swing.text.Segment;
import org.commonmark.renderer.html.HtmlWriter;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

/**
 * Colours for code: {@code return 1;} in Java becomes {@code <span class="tok-keyword">return</span> <span
 * class="tok-number">1</span>;}.
 *
 * <p>The text stays as it is, character for character, whatever a language's scanner makes of it. Threads may share it:
 * scanners have state, so that each block gets its own.
 */
final class Highlight {
    /** A block beyond this is data rather than something to read. */
    private static final int LONGEST = 100_000;

    private Highlight() {}

    /** Writes a block's code, coloured where the language is known. */
    static void write(String code, String language, HtmlWriter html) {
        Optional<String> known = CodeLanguage.find(language);
        if (code.length() > LONGEST || known.isEmpty()) {
            html.text(code);
        } else {
            lines(code, known.get(), html);
        }
    }

    private static void lines(String code, String scanner, HtmlWriter html) {
        boolean diff = scanner.equals(CodeLanguage.DIFF);
        TokenMaker maker = TokenMakerFactory.getDefaultInstance().getTokenMaker(diff ? "text/plain" : scanner);
        int state = TokenTypes.NULL;
        int start = 0;
        while (start < code.length()) {
            int newline = code.indexOf('\n', start);
            int end = newline < 0 ? code.length() : newline;
            String line = code.substring(start, end);
            if (diff) {
                marked(line, diffClass(line), html);
            } else {
                state = line(line, maker, state, html);
            }
            html.raw(newline < 0 ? "" : "\n");
            start = end + 1;
        }
    }

    /** Writes one line; says in what state the scanner leaves it. */
    private static int line(String line, TokenMaker maker, int state, HtmlWriter html) {
        int done = 0;
        int next = TokenTypes.NULL;
        try {
            for (Token at = maker.getTokenList(segment(line), state, 0); at != null; at = at.getNextToken()) {
                // Colours follow the scanner; the characters are always the line's own.
                int end = Math.min(line.length(), done + at.length());
                marked(line.substring(done, end), tokenClass(at.getType()), html);
                done = end;
            }
            next = maker.getLastTokenTypeOnLine(segment(line), state);
        } catch (RuntimeException | Error lost) {
            // JFlex says with an Error that its scanner met what it does not know: the rest stays without colours.
            next = TokenTypes.NULL;
        }
        html.text(line.substring(done));
        return next;
    }

    private static Segment segment(String line) {
        return new Segment(line.toCharArray(), 0, line.length());
    }

    private static void marked(String text, String name, HtmlWriter html) {
        if (name.isEmpty() || text.isBlank()) {
            html.text(text);
        } else {
            html.raw("<span class=\"tok-" + name + "\">");
            html.text(text);
            html.raw("</span>");
        }
    }

    private static String tokenClass(int type) {
        return switch (type) {
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP,
                    TokenTypes.MARKUP_COMMENT -> "comment";
            case TokenTypes.RESERVED_WORD,
                    TokenTypes.RESERVED_WORD_2,
                    TokenTypes.LITERAL_BOOLEAN,
                    TokenTypes.PREPROCESSOR,
                    TokenTypes.MARKUP_DTD,
                    TokenTypes.MARKUP_PROCESSING_INSTRUCTION -> "keyword";
            case TokenTypes.DATA_TYPE -> "type";
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.REGEX,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
                    TokenTypes.ERROR_STRING_DOUBLE,
                    TokenTypes.ERROR_CHAR -> "string";
            case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
                    TokenTypes.MARKUP_ENTITY_REFERENCE -> "number";
            case TokenTypes.FUNCTION -> "function";
            case TokenTypes.VARIABLE -> "variable";
            case TokenTypes.MARKUP_TAG_NAME -> "tag";
            case TokenTypes.MARKUP_TAG_ATTRIBUTE, TokenTypes.ANNOTATION -> "attribute";
            default -> "";
        };
    }

    private static String diffClass(String line) {
        if (line.startsWith("+++") || line.startsWith("---") || line.startsWith("@@")) {
            return "keyword";
        }
        return line.startsWith("+") ? "inserted" : line.startsWith("-") ? "deleted" : "";
    }
}
