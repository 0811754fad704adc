package dev.byline.markdown;

import dev.byline.page.Image.Rendition;
import dev.byline.site.Html;
import dev.byline.site.ImageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes images in the sizes that there are, with their width and height so that nothing jumps. */
final class ImageNodes implements NodeRenderer {
    /** As wide as the text column, at most the window. */
    private static final String SIZES = "(min-width: 44rem) 41rem, 100vw";

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Map<Image, dev.byline.page.Image> known;

    /**
     * Prepares for one text.
     *
     * @param known the images whose size is known
     */
    ImageNodes(HtmlNodeRendererContext context, Map<Image, dev.byline.page.Image> known) {
        this.context = context;
        this.html = context.getWriter();
        this.known = known;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Image image) {
            image(image);
        }
    }

    private void image(Image image) {
        dev.byline.page.Image size = known.get(image);
        List<Rendition> renditions = size == null ? List.of() : size.renditions();
        if (!renditions.isEmpty()) {
            html.tag("picture");
            byFormat(renditions).forEach((format, sizes) -> {
                Map<String, String> source = new LinkedHashMap<>();
                source.put("type", format.mediaType());
                source.put("sizes", SIZES);
                source.put("srcset", srcset(sizes));
                html.tag("source", source);
            });
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("src", image.getDestination());
        attributes.put("alt", PlainText.of(image));
        if (image.getTitle() != null) {
            attributes.put("title", image.getTitle());
        }
        if (size != null) {
            attributes.put("width", Integer.toString(size.width()));
            attributes.put("height", Integer.toString(size.height()));
        }
        attributes.put("loading", "lazy");
        attributes.put("decoding", "async");
        html.tag("img", context.extendAttributes(image, "img", attributes));
        if (!renditions.isEmpty()) {
            html.tag("/picture");
        }
    }

    private static Map<ImageFormat, List<Rendition>> byFormat(List<Rendition> renditions) {
        return renditions.stream()
                .collect(Collectors.groupingBy(Rendition::format, LinkedHashMap::new, Collectors.toList()));
    }

    private static String srcset(List<Rendition> sizes) {
        return sizes.stream()
                .map(size -> Html.ROOT + size.route().encoded() + " " + size.width() + "w")
                .collect(Collectors.joining(", "));
    }
}
