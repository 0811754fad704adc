package dev.byline.feed;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The element of a feed that a browser shows: XHTML inside of an element of our own, which reader programs pass over.
 *
 * <p>Browsers are giving up XSLT, so a style sheet hides the rest of the feed and shows this.
 */
final class About {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /** Names that need no declaration; HTML knows others, which XML does not. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private About() {}

    /** Writes the element, made of HTML as people write it; nothing where there is none. */
    static void write(String html, Xml xml) {
        if (html.isEmpty()) {
            return;
        }
        xml.start("byline:about").start("div").attribute("xmlns", XHTML);
        children(Jsoup.parseBodyFragment(html).body(), XHTML, xml);
        xml.end().end();
    }

    private static void children(Element parent, String namespace, Xml xml) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                xml.text(text.getWholeText());
            } else if (node instanceof DataNode data) {
                xml.text(data.getWholeData());
            } else if (node instanceof Element element) {
                write(element, namespace, xml);
            }
        }
    }

    private static void write(Element element, String around, Xml xml) {
        if (!NAME.matcher(element.tagName()).matches()) {
            children(element, around, xml);
            return;
        }
        String namespace = element.tag().namespace();
        xml.start(element.tagName());
        if (!namespace.equals(around)) {
            xml.attribute("xmlns", namespace);
        }
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            if (name.equals("xml:lang") || (NAME.matcher(name).matches() && !name.equals("xmlns"))) {
                xml.attribute(name, attribute.getValue());
            }
        }
        children(element, namespace, xml);
        xml.end();
    }
}
