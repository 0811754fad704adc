package dev.byline.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Writes code blocks. One whose fence says {@code java title="Main.java"} is a figure with that caption, and in colours.
 *
 * <p>A wide block scrolls by itself, also with the keyboard: that is what its {@code tabindex} is for.
 */
final class Listing implements NodeRenderer {
    private static final Pattern TITLE = Pattern.compile("\\btitle=(?:\"([^\"]*)\"|'([^']*)'|(\\S+))");
    private static final Map<String, String> PRE = pre();

    private final HtmlWriter html;

    Listing(HtmlNodeRendererContext context) {
        this.html = context.getWriter();
    }

    private static Map<String, String> pre() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("class", "code");
        attributes.put("tabindex", "0");
        return attributes;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class, IndentedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        html.line();
        if (node instanceof FencedCodeBlock fenced) {
            fenced(fenced);
        } else if (node instanceof IndentedCodeBlock indented) {
            code(indented.getLiteral(), "");
        }
        html.line();
    }

    private void fenced(FencedCodeBlock block) {
        String info = block.getInfo() == null ? "" : block.getInfo().strip();
        String first = info.isEmpty() ? "" : info.split("\\s+", 2)[0];
        String language = first.startsWith("title=") ? "" : first;
        String title = title(info);
        if (title.isEmpty()) {
            code(block.getLiteral(), language);
            return;
        }
        html.tag("figure", Map.of("class", "listing"));
        html.tag("figcaption");
        html.text(title);
        html.tag("/figcaption");
        code(block.getLiteral(), language);
        html.tag("/figure");
    }

    private static String title(String info) {
        Matcher title = TITLE.matcher(info);
        if (!title.find()) {
            return "";
        }
        String quoted = title.group(1) != null ? title.group(1) : title.group(2);
        return (quoted != null ? quoted : title.group(3)).strip();
    }

    private void code(String code, String language) {
        html.tag("pre", PRE);
        html.tag("code", language.isEmpty() ? Map.of() : Map.of("class", "language-" + language));
        Highlight.write(code, language, html);
        html.tag("/code");
        html.tag("/pre");
    }
}
