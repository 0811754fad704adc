package dev.byline.markdown;

import dev.byline.diagnostic.Place;
import dev.byline.site.Body;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Finds the place of a node in the file that the body came from. */
final class Positions {
    private final Place file;
    private final Body body;
    private final List<String> lines;

    Positions(Place file, Body body) {
        this.file = file;
        this.body = body;
        this.lines = body.markdown().lines().toList();
    }

    /** Where a node begins; where its parent does for one without a position of its own. */
    Place of(Node node) {
        return of(node, 0);
    }

    /** A place inside a node, some UTF-16 units behind its beginning. */
    Place of(Node node, int offset) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.getSourceSpans().isEmpty()) {
                return of(at.getSourceSpans().get(0), at == node ? offset : 0);
            }
        }
        return file;
    }

    /** A place on one of a node's lines, counted from 0, some UTF-16 units behind where the node begins on it. */
    Place of(Node node, int line, int offset) {
        return line < node.getSourceSpans().size() ? of(node.getSourceSpans().get(line), offset) : of(node);
    }

    /** A place inside a span, some UTF-16 units behind its beginning. */
    Place of(SourceSpan span, int offset) {
        int line = span.getLineIndex();
        String text = line < lines.size() ? lines.get(line) : "";
        int unit = Math.min(text.length(), span.getColumnIndex() + offset);
        return file.at(body.firstLine() + line, text.codePointCount(0, unit) + 1);
    }
}
