package dev.byline.markdown;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * A block quote that begins with {@code [!NOTE]} on a line of its own, as on GitHub:
 *
 * <pre>
 * &gt; [!TIP]
 * &gt; Answer within the day.
 * </pre>
 *
 * @see <a href="https://docs.github.com/en/get-started/writing-on-github">alerts</a>
 */
final class Alert extends CustomBlock {
    /** The kinds, from mild to grave. */
    enum Kind {
        NOTE,
        TIP,
        IMPORTANT,
        WARNING,
        CAUTION;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern MARKER = Pattern.compile("\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]\\s*");

    private final Kind kind;

    private Alert(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Puts an alert in the place of each block quote that is one. */
    static void replaceIn(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(BlockQuote quote) {
                visitChildren(quote);
                marker(quote).ifPresent(text -> replace(quote, text));
            }
        });
    }

    private static Optional<Text> marker(BlockQuote quote) {
        boolean marked = quote.getFirstChild() instanceof Paragraph paragraph
                && paragraph.getFirstChild() instanceof Text text
                && MARKER.matcher(text.getLiteral()).matches()
                && (text.getNext() == null || text.getNext() instanceof SoftLineBreak);
        return marked ? Optional.of((Text) quote.getFirstChild().getFirstChild()) : Optional.empty();
    }

    private static void replace(BlockQuote quote, Text marker) {
        Matcher kind = MARKER.matcher(marker.getLiteral());
        kind.matches();
        Alert alert = new Alert(Kind.valueOf(kind.group(1)));
        Node paragraph = marker.getParent();
        if (marker.getNext() != null) {
            marker.getNext().unlink();
        }
        marker.unlink();
        if (paragraph.getFirstChild() == null) {
            paragraph.unlink();
        }
        while (quote.getFirstChild() != null) {
            alert.appendChild(quote.getFirstChild());
        }
        quote.insertBefore(alert);
        quote.unlink();
    }
}
