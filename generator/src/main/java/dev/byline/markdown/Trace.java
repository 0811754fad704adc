package dev.byline.markdown;

import dev.byline.diagnostic.Place;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.jsoup.nodes.Element;

/**
 * Writes into an element where it was written: {@code <b>} on line 7 becomes {@code <b data-source=7:12>}, so that what
 * is found wrong in HTML can be told at its place in the Markdown.
 */
public final class Trace implements NodeRenderer {
    /** Holds line and column. */
    public static final String ATTRIBUTE = "data-source";

    /** Comments and the text of scripts hold no elements. */
    private static final Pattern TAG = Pattern.compile(
            "<!--.*?-->|<(script|style|textarea)\\b[^>]*>.*?</\\1\\s*>|<([a-z][a-z0-9-]*)(?=[\\s/>])",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final HtmlNodeRendererContext context;
    private final Positions positions;
    private final boolean rawHtml;

    Trace(HtmlNodeRendererContext context, Positions positions, boolean rawHtml) {
        this.context = context;
        this.positions = positions;
        this.rawHtml = rawHtml;
    }

    static String of(Place place) {
        return place.line() + ":" + place.column();
    }

    /**
     * Where an element was written.
     *
     * @param file the place for one that nobody wrote
     */
    public static Place placeOf(Element element, Place file) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr(ATTRIBUTE)) {
                String[] parts = at.attr(ATTRIBUTE).split(":");
                // A writer can write such an attribute, too.
                if (parts.length == 2 && parts[0].matches("\\d{1,7}") && parts[1].matches("\\d{1,7}")) {
                    return file.at(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
                }
            }
        }
        return file;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return rawHtml ? Set.of(HtmlBlock.class, HtmlInline.class) : Set.of();
    }

    @Override
    public void render(Node node) {
        if (node instanceof HtmlBlock block) {
            context.getWriter().line();
            context.getWriter().raw(traced(block, block.getLiteral()));
            context.getWriter().line();
        } else if (node instanceof HtmlInline inline) {
            context.getWriter().raw(traced(inline, inline.getLiteral()));
        }
    }

    private String traced(Node node, String html) {
        Matcher tags = TAG.matcher(html);
        StringBuilder traced = new StringBuilder();
        while (tags.find()) {
            String name = tags.group(1) == null ? tags.group(2) : tags.group(1);
            String replacement = tags.group();
            if (name != null) {
                int end = 1 + name.length();
                replacement = replacement.substring(0, end) + " " + ATTRIBUTE + "="
                        + of(place(node, html, tags.start())) + replacement.substring(end);
            }
            tags.appendReplacement(traced, Matcher.quoteReplacement(replacement));
        }
        return tags.appendTail(traced).toString();
    }

    /** A block has a span for each of its lines. */
    private Place place(Node node, String html, int offset) {
        List<SourceSpan> spans = node.getSourceSpans();
        int line =
                (int) html.substring(0, offset).chars().filter(c -> c == '\n').count();
        int column = offset - (html.lastIndexOf('\n', Math.max(0, offset - 1)) + 1);
        return line < spans.size() ? positions.of(spans.get(line), line == 0 ? offset : column) : positions.of(node);
    }
}
