package dev.byline.markdown;

import dev.byline.diagnostic.Diagnostics;
import org.commonmark.node.Node;

/** Writes formulas; one that cannot be read is told at its place, and shown as it was written. */
final class Formulas {
    private final Positions positions;
    private final Diagnostics diagnostics;

    Formulas(Positions positions, Diagnostics diagnostics) {
        this.positions = positions;
        this.diagnostics = diagnostics;
    }

    String html(Node node, String tex, boolean display) {
        Maths.Rendered rendered = Maths.render(tex, display);
        if (rendered.mathml().isEmpty()) {
            diagnostics.error(
                    positions.of(node),
                    "a formula that cannot be shown: " + rendered.problem() + " in \"" + tex + "\"",
                    "check its TeX; for a dollar sign write \\$");
        }
        return rendered.mathml().orElseGet(() -> "<code>" + Markup.escaped(tex) + "</code>");
    }
}
