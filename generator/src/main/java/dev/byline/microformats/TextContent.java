package dev.byline.microformats;

import java.util.function.Function;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of an element, without scripts and styles, with words in the place of images. */
final class TextContent {
    private TextContent() {}

    /** With an image's alternative text, or else its address. */
    static String of(Element element) {
        return of(
                element,
                img -> img.hasAttr("alt")
                        ? img.attr("alt")
                        : img.hasAttr("src") ? " " + Urls.of(img, "src") + " " : "");
    }

    /** With an image's alternative text only. */
    static String withoutAddresses(Element element) {
        return of(element, img -> img.attr("alt"));
    }

    private static String of(Element root, Function<Element, String> image) {
        StringBuilder text = new StringBuilder();
        root.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText());
                } else if (node instanceof DataNode words) {
                    text.append(words.getWholeData());
                } else if (node instanceof Element element && depth > 0 && element.nameIs("img")) {
                    text.append(image.apply(element));
                } else if (node instanceof Element element && (element.nameIs("script") || element.nameIs("style"))) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                return FilterResult.CONTINUE;
            }
        });
        return text.toString().strip();
    }
}
