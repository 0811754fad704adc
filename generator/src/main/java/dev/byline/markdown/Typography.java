package dev.byline.markdown;

import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * The quotes, dashes and dots of the text's language: {@code "Who -- me?"} becomes “Who – me?” in English, « Who – me? »
 * in French and „Who – me?“ in German. Code, formulas and addresses stay as they are.
 *
 * @see <a href="https://cldr.unicode.org/">the delimiters of CLDR</a>
 */
final class Typography extends AbstractVisitor {
    /** The four quotes: outer ones, then inner ones. */
    private record Quotes(String open, String close, String innerOpen, String innerClose) {}

    private static final Quotes ENGLISH = new Quotes("“", "”", "‘", "’");
    private static final Quotes GERMAN = new Quotes("„", "“", "‚", "‘");
    private static final Quotes ANGLED = new Quotes("«", "»", "“", "”");
    private static final Quotes NORDIC = new Quotes("”", "”", "’", "’");
    private static final Quotes SLAVIC = new Quotes("«", "»", "„", "“");

    private static final Map<String, Quotes> BY_LANGUAGE = Map.ofEntries(
            Map.entry("ar", new Quotes("«", "»", "”", "“")),
            Map.entry("bg", GERMAN),
            Map.entry("cs", GERMAN),
            Map.entry("da", new Quotes("»", "«", "›", "‹")),
            Map.entry("de", GERMAN),
            Map.entry("el", new Quotes("«", "»", "“", "”")),
            Map.entry("es", ANGLED),
            Map.entry("fi", NORDIC),
            // A narrow no-break space stands inside.
            Map.entry("fr", new Quotes("«\u202f", "\u202f»", "“", "”")),
            Map.entry("hu", new Quotes("„", "”", "»", "«")),
            Map.entry("it", ANGLED),
            Map.entry("ja", new Quotes("「", "」", "『", "』")),
            Map.entry("nb", new Quotes("«", "»", "‘", "’")),
            Map.entry("no", new Quotes("«", "»", "‘", "’")),
            Map.entry("pl", new Quotes("„", "”", "«", "»")),
            Map.entry("ro", new Quotes("„", "”", "«", "»")),
            Map.entry("ru", SLAVIC),
            Map.entry("sk", GERMAN),
            Map.entry("sl", GERMAN),
            Map.entry("sv", NORDIC),
            Map.entry("uk", SLAVIC),
            Map.entry("zh", ENGLISH));

    private static final String OPENERS = "([{<-–—/“‘«‹„‚”’";

    private final Quotes quotes;
    /** The last character that was seen in this block; a space at its beginning. */
    private int before = ' ';
    /** Open inner quotes: without one, a single quote is an apostrophe. */
    private int inner;

    private Typography(Locale language) {
        this.quotes = BY_LANGUAGE.getOrDefault(language.getLanguage(), ENGLISH);
    }

    /** Sets the marks of a text. */
    static void apply(Node document, Locale language) {
        document.accept(new Typography(language));
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        block(heading);
    }

    @Override
    public void visit(BlockQuote quote) {
        visitChildren(quote);
    }

    private void block(Node node) {
        before = ' ';
        inner = 0;
        visitChildren(node);
    }

    @Override
    public void visit(Code code) {
        before = 'x';
    }

    @Override
    public void visit(HtmlInline html) {
        // A mark beside it belongs to the words beyond it.
    }

    @Override
    public void visit(CustomNode node) {
        before = 'x';
        visitChildren(node);
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        before = 'x';
    }

    @Override
    public void visit(Link link) {
        boolean address = link.getFirstChild() instanceof Text text
                && text.getNext() == null
                && link.getDestination().endsWith(text.getLiteral());
        if (address) {
            before = 'x';
        } else {
            visitChildren(link);
        }
    }

    @Override
    public void visit(org.commonmark.node.SoftLineBreak lineBreak) {
        before = ' ';
    }

    @Override
    public void visit(org.commonmark.node.HardLineBreak lineBreak) {
        before = ' ';
    }

    @Override
    public void visit(Text text) {
        String literal = text.getLiteral()
                .replace("---", "—")
                .replaceAll("(?<!-)--(?!-)", "–")
                .replaceAll("(?<!\\.)\\.\\.\\.(?!\\.)", "…");
        StringBuilder set = new StringBuilder(literal.length());
        for (int i = 0; i < literal.length(); ) {
            int c = literal.codePointAt(i);
            int end = i + Character.charCount(c);
            int next = end < literal.length() ? literal.codePointAt(end) : following(text);
            if (c == '"') {
                set.append(opens(next) ? quotes.open : quotes.close);
            } else if (c == '\'') {
                set.append(single(next));
            } else {
                set.appendCodePoint(c);
            }
            before = c;
            i = end;
        }
        text.setLiteral(set.toString());
    }

    private boolean opens(int next) {
        return (Character.isWhitespace(before)
                        || Character.isSpaceChar(before)
                        || OPENERS.indexOf(before) >= 0
                        || before == '"'
                        || before == '\'')
                && !Character.isWhitespace(next)
                && next != 0;
    }

    private String single(int next) {
        boolean inWord = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(next);
        // ’90s
        boolean leftOut = Character.isDigit(next) && !Character.isLetterOrDigit(before);
        if (!inWord && !leftOut && opens(next)) {
            inner++;
            return quotes.innerOpen;
        }
        if (!inWord && inner > 0) {
            inner--;
            return quotes.innerClose;
        }
        return "’";
    }

    /** What stands behind a text: the first character of the next, or something like a letter. */
    private static int following(Node node) {
        for (Node at = node;
                at != null && !(at instanceof Paragraph) && !(at instanceof Heading);
                at = at.getParent()) {
            Node next = at.getNext();
            if (next instanceof Text text && !text.getLiteral().isEmpty()) {
                return text.getLiteral().codePointAt(0);
            }
            if (next instanceof org.commonmark.node.SoftLineBreak
                    || next instanceof org.commonmark.node.HardLineBreak) {
                return ' ';
            }
            if (next != null) {
                return 'x';
            }
        }
        return 0;
    }
}
