package dev.byline.markdown;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/**
 * Terms, a line each, and what they mean:
 *
 * <pre>
 * Crema
 * : The foam on an espresso.
 * </pre>
 *
 * <p>It becomes {@code <dl><dt>Crema</dt><dd>The foam on an espresso.</dd></dl>}. A definition goes on where its lines
 * are indented by two spaces or more.
 *
 * @see <a href="https://michelf.ca/projects/php-markdown/extra/#def-list">definition lists</a>
 */
final class DefinitionList extends CustomBlock {
    private static final Pattern MARK = Pattern.compile(" {0,3}:([ \\t]+)\\S.*", Pattern.DOTALL);

    /** How far the lines of a definition are indented, so that they are not mistaken for the next term. */
    private static final int INDENT = 2;

    private DefinitionList() {}

    /** One line before the colons. */
    static final class Term extends CustomBlock {}

    /** What stands behind a colon. */
    static final class Definition extends CustomBlock {}

    static BlockParserFactory factory() {
        return DefinitionList::tryStart;
    }

    private static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        Matcher mark = MARK.matcher(line.subSequence(state.getIndex(), line.length()));
        if (!mark.matches()) {
            return BlockStart.none();
        }
        int text = state.getIndex() + mark.end(1);
        if (matched.getMatchedBlockParser() instanceof Terms) {
            return BlockStart.of(new Lines()).atIndex(text);
        }
        SourceLines terms = matched.getParagraphLines();
        if (terms.isEmpty()) {
            return BlockStart.none();
        }
        return BlockStart.of(new Terms(terms.getLines()), new Lines())
                .atIndex(text)
                .replaceParagraphLines(terms.getLines().size());
    }

    /** Makes one list of those that follow each other. */
    static void joinIn(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                visitChildren(block);
                while (block instanceof DefinitionList && block.getNext() instanceof DefinitionList next) {
                    while (next.getFirstChild() != null) {
                        block.appendChild(next.getFirstChild());
                    }
                    next.unlink();
                }
            }
        });
    }

    /** The parser of a list: it holds its terms already when it begins. */
    private static final class Terms extends AbstractBlockParser {
        private final DefinitionList list = new DefinitionList();
        private final List<SourceLine> terms;

        private Terms(List<SourceLine> terms) {
            this.terms = List.copyOf(terms);
            for (SourceLine line : this.terms) {
                Term term = new Term();
                if (line.getSourceSpan() != null) {
                    term.addSourceSpan(line.getSourceSpan());
                }
                list.appendChild(term);
            }
        }

        @Override
        public Block getBlock() {
            return list;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block block) {
            return block instanceof Definition;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            CharSequence line = state.getLine().getContent();
            boolean inside = state.isBlank()
                    || state.getIndent() >= INDENT
                    || MARK.matcher(line.subSequence(state.getIndex(), line.length()))
                            .matches();
            return inside ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
        }

        @Override
        public void parseInlines(InlineParser inlines) {
            Node term = list.getFirstChild();
            for (SourceLine line : terms) {
                inlines.parse(SourceLines.of(line), term);
                term = term.getNext();
            }
        }
    }

    /** The parser of a definition. */
    private static final class Lines extends AbstractBlockParser {
        private final Definition definition = new Definition();

        @Override
        public Block getBlock() {
            return definition;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block block) {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.isBlank()) {
                return BlockContinue.atIndex(state.getNextNonSpaceIndex());
            }
            return state.getIndent() >= INDENT
                    ? BlockContinue.atColumn(state.getColumn() + Math.min(4, state.getIndent()))
                    : BlockContinue.none();
        }
    }

    /** Writes lists; a definition that is one paragraph needs no {@code <p>}. */
    record Renderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(DefinitionList.class, Term.class, Definition.class);
        }

        @Override
        public void render(Node node) {
            String tag = node instanceof Term ? "dt" : node instanceof Definition ? "dd" : "dl";
            boolean tight = node instanceof Definition
                    && node.getFirstChild() instanceof Paragraph paragraph
                    && paragraph.getNext() == null;
            context.getWriter().line();
            context.getWriter().tag(tag);
            Node first = tight ? node.getFirstChild().getFirstChild() : node.getFirstChild();
            for (Node child = first; child != null; child = child.getNext()) {
                context.render(child);
            }
            context.getWriter().tag("/" + tag);
            context.getWriter().line();
        }
    }
}
