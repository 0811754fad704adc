package dev.byline.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Writes fenced code, coloured, with its title where it has one: {@code ```java title="Main.java"}. What is fenced as
 * {@code math} is a formula.
 */
final class CodeBlocks implements NodeRenderer {
    private static final Pattern TITLE = Pattern.compile("title=\"([^\"]*)\"");

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Formulas formulas;

    CodeBlocks(HtmlNodeRendererContext context, Formulas formulas) {
        this.context = context;
        this.html = context.getWriter();
        this.formulas = formulas;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        FencedCodeBlock block = (FencedCodeBlock) node;
        String info = block.getInfo() == null ? "" : block.getInfo().strip();
        String language = info.replaceFirst("[\\s{].*$", "");
        html.line();
        if (language.equals("math")) {
            html.tag("p");
            html.raw(formulas.html(block, block.getLiteral().strip(), true));
            html.tag("/p");
        } else {
            Matcher title = TITLE.matcher(info);
            code(block, language, title.find() ? Optional.of(title.group(1)) : Optional.empty());
        }
        html.line();
    }

    private void code(FencedCodeBlock block, String language, Optional<String> title) {
        title.ifPresent(name -> {
            html.tag("figure", Map.of("class", "listing"));
            html.tag("figcaption");
            html.text(name);
            html.tag("/figcaption");
        });
        // Long lines scroll by themselves: the keyboard has to get there too.
        html.tag("pre", context.extendAttributes(block, "pre", new LinkedHashMap<>(Map.of("tabindex", "0"))));
        Map<String, String> attributes = new LinkedHashMap<>();
        if (!language.isEmpty()) {
            attributes.put("class", "language-" + language);
        }
        html.tag("code", context.extendAttributes(block, "code", attributes));
        html.raw(Highlighting.html(language, block.getLiteral()));
        html.tag("/code");
        html.tag("/pre");
        title.ifPresent(name -> html.tag("/figure"));
    }
}
