package dev.byline.microformats;

import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

/** Makes addresses whole. */
final class Urls {
    /** Attributes with addresses (HTML, the table of attributes). */
    private static final Set<String> ATTRIBUTES =
            Set.of("href", "src", "cite", "data", "poster", "action", "formaction", "longdesc", "background");

    private Urls() {}

    /** Makes every address of a page whole, where it stands; the one that the others start from is whole then, too. */
    static void makeWhole(Document page) {
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes().asList()) {
                if (ATTRIBUTES.contains(attribute.getKey())) {
                    element.attr(attribute.getKey(), whole(attribute.getValue(), element.baseUri()));
                }
            }
        }
    }

    /** The address in an attribute; as it stands where it can be none. */
    static String of(Element element, String attribute) {
        return whole(element.attr(attribute), element.baseUri());
    }

    static String whole(String written, String base) {
        String whole = new Element(Tag.valueOf("a"), base)
                .attr("href", written.strip())
                .absUrl("href");
        return whole.isEmpty() ? written : whole;
    }
}
