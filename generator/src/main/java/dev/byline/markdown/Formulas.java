package dev.byline.markdown;

import dev.byline.diagnostic.Diagnostics;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Puts MathML in the place of formulas, and code in the place of those that cannot be read, and tells of them. */
final class Formulas extends AbstractVisitor {
    private static final String HINT =
            "see https://katex.org/docs/supported for what TeX is known; a dollar that is none of maths is \\$";

    /** A formula's MathML. Not {@link HtmlBlock}: it passes also where the site forbids HTML in Markdown. */
    static final class MathMl extends CustomNode {
        private final String mathml;
        private final String tex;

        private MathMl(String mathml, String tex) {
            this.mathml = mathml;
            this.tex = tex;
        }

        String tex() {
            return tex;
        }
    }

    /** Around the MathML of a formula that is a block. */
    static final class Display extends CustomBlock {}

    private final Positions positions;
    private final Diagnostics diagnostics;

    Formulas(Positions positions, Diagnostics diagnostics) {
        this.positions = positions;
        this.diagnostics = diagnostics;
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Formula formula) {
            Tex.Result result = Tex.read(formula.tex(), formula.display());
            if (result instanceof Tex.Result.Read read) {
                replace(formula, new MathMl(read.mathml(), formula.tex()));
            } else if (result instanceof Tex.Result.Unreadable unreadable) {
                tell(formula, formula.tex(), unreadable, 0, formula.marks());
                replace(formula, new Code(formula.tex()));
            }
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(CustomBlock node) {
        if (node instanceof FormulaBlock block) {
            if (block.closed()) {
                display(block, block.tex());
            } else {
                diagnostics.error(positions.of(block), "a formula without an end", "close it with a line that is $$");
                replace(block, code(block.tex()));
            }
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(FencedCodeBlock block) {
        if ("math".equals(block.getInfo())) {
            display(block, block.getLiteral().stripTrailing());
        }
    }

    private void display(Node block, String tex) {
        Tex.Result result = Tex.read(tex, true);
        if (result instanceof Tex.Result.Read read) {
            Display display = new Display();
            display.appendChild(new MathMl(read.mathml(), tex));
            replace(block, display);
        } else if (result instanceof Tex.Result.Unreadable unreadable) {
            tell(block, tex, unreadable, 1, 0);
            replace(block, code(tex));
        }
    }

    private static FencedCodeBlock code(String tex) {
        FencedCodeBlock code = new FencedCodeBlock();
        code.setInfo("tex");
        code.setLiteral(tex + "\n");
        return code;
    }

    /**
     * Tells of a formula.
     *
     * @param lines how many of the node's lines stand before its TeX
     * @param columns how much of the first line does
     */
    private void tell(Node node, String tex, Tex.Result.Unreadable wrong, int lines, int columns) {
        String before = tex.substring(0, wrong.at());
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - (before.lastIndexOf('\n') + 1) + (line == 0 ? columns : 0);
        diagnostics.error(positions.of(node, line + lines, column), "a formula: " + wrong.reason(), HINT);
    }

    private static void replace(Node old, Node node) {
        node.setSourceSpans(old.getSourceSpans());
        old.insertBefore(node);
        old.unlink();
    }

    /** Writes what {@link Formulas} put in. */
    record Renderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(MathMl.class, Display.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof MathMl math) {
                context.getWriter().raw(math.mathml);
            } else {
                context.getWriter().line();
                context.getWriter().tag("p", Map.of("class", "formula"));
                context.render(node.getFirstChild());
                context.getWriter().tag("/p");
                context.getWriter().line();
            }
        }
    }
}
