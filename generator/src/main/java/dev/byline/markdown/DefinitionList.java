package dev.byline.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Terms and what they mean, as PHP Markdown Extra has them:
 *
 * <pre>
 * Byline
 * : The line that says who wrote a piece.
 * </pre>
 *
 * <p>Its children are {@link Item}s.
 */
final class DefinitionList extends CustomBlock {
    /** A term, or a definition of those before it. */
    static final class Item extends CustomBlock {
        private final boolean term;

        Item(boolean term) {
            this.term = term;
        }

        boolean isTerm() {
            return term;
        }
    }

    /** Puts a list in the place of each paragraph that is one; lists that follow each other become one. */
    static void replaceIn(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Paragraph paragraph) {
                List<List<Node>> lines = lines(paragraph);
                if (lines.size() > 1
                        && !isDefinition(lines.get(0))
                        && lines.stream().anyMatch(DefinitionList::isDefinition)) {
                    replace(paragraph, lines);
                }
            }
        });
    }

    private static List<List<Node>> lines(Paragraph paragraph) {
        List<List<Node>> lines = new ArrayList<>();
        lines.add(new ArrayList<>());
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof SoftLineBreak) {
                lines.add(new ArrayList<>());
            } else {
                lines.get(lines.size() - 1).add(node);
            }
        }
        return lines;
    }

    private static boolean isDefinition(List<Node> line) {
        return !line.isEmpty()
                && line.get(0) instanceof Text text
                && text.getLiteral().startsWith(": ");
    }

    private static void replace(Paragraph paragraph, List<List<Node>> lines) {
        DefinitionList list = paragraph.getPrevious() instanceof DefinitionList before ? before : new DefinitionList();
        Item open = null;
        boolean defined = false;
        for (List<Node> line : lines) {
            boolean definition = isDefinition(line);
            if (definition) {
                Text first = (Text) line.get(0);
                first.setLiteral(first.getLiteral().substring(2).stripLeading());
            }
            // A line without a mark goes on with a definition; before the first one, it is a term of its own.
            if (!definition && defined) {
                open.appendChild(new SoftLineBreak());
            } else {
                open = new Item(!definition);
                list.appendChild(open);
            }
            defined |= definition;
            line.forEach(open::appendChild);
        }
        if (list.getParent() == null) {
            paragraph.insertBefore(list);
        }
        paragraph.unlink();
    }
}
