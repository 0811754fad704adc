package dev.byline.markdown;

import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/** A mark that its writer wants straight: {@code \"}. It is text again when {@link Typography} is done. */
final class Escaped extends CustomNode {
    private Escaped(char mark) {
        appendChild(new Text(String.valueOf(mark)));
    }

    /** Finds marks behind a backslash. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('\\');
        }

        @Override
        public InlineContentParser create() {
            return Escaped::tryParse;
        }
    }

    private static ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        char mark = scanner.peek();
        if ("\"'-.".indexOf(mark) < 0) {
            return ParsedInline.none();
        }
        scanner.next();
        return ParsedInline.of(new Escaped(mark), scanner.position());
    }

    /** Makes text of each; joined to its neighbours, as the parser leaves them. */
    static void unwrapIn(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof Escaped escaped) {
                    unwrap(escaped);
                } else {
                    visitChildren(node);
                }
            }
        });
    }

    private static void unwrap(Escaped escaped) {
        Text text = (Text) escaped.getFirstChild();
        text.setSourceSpans(escaped.getSourceSpans());
        escaped.insertBefore(text);
        escaped.unlink();
    }
}
