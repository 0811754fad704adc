package dev.byline.check.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;

/**
 * A feed in XML, under check.
 *
 * @param address where it is served
 * @param root its outermost element
 */
record XmlFeed(String address, Element root) {
    static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    static final Namespace CONTENT = Namespace.getNamespace("http://purl.org/rss/1.0/modules/content/");
    static final Namespace SLASH = Namespace.getNamespace("http://purl.org/rss/1.0/modules/slash/");
    static final Namespace THREADS = Namespace.getNamespace("http://purl.org/syndication/thread/1.0");
    static final Namespace HISTORY = Namespace.getNamespace("http://purl.org/syndication/history/1.0");

    /** Reads it; no entity is asked for, no document type believed. */
    static XmlFeed of(String address, byte[] content) throws FeedRules.Unreadable {
        SAXBuilder builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        builder.setExpandEntities(false);
        try {
            return new XmlFeed(
                    address, builder.build(new ByteArrayInputStream(content)).getRootElement());
        } catch (JDOMException | IOException broken) {
            throw new FeedRules.Unreadable(broken.getMessage());
        }
    }

    /** The children of that name, in the element's own namespace. */
    static List<Element> children(Element parent, String name) {
        return parent.getChildren(name, parent.getNamespace());
    }

    static boolean has(Element parent, String name) {
        return children(parent, name).size() == 1;
    }

    /** The text of a child, without what is around it; empty where there is none. */
    static String text(Element parent, String name) {
        String text = parent.getChildTextTrim(name, parent.getNamespace());
        return text == null ? "" : text;
    }

    static String attribute(Element element, String name) {
        return element.getAttributeValue(name, "");
    }

    /** Atom's links with that relation. */
    static Stream<Element> links(Element parent, String relation) {
        return parent.getChildren("link", ATOM).stream()
                .filter(link -> link.getAttributeValue("rel", "alternate").equals(relation));
    }

    /** An archive that does not say which document is the current one. */
    static Stream<String> archiveWithoutCurrent(Element feed) {
        return feed.getChild("archive", HISTORY) != null
                        && links(feed, "current").findAny().isEmpty()
                ? Stream.of("")
                : Stream.empty();
    }

    /** An address of its own that is not the one that it is served at. */
    Stream<String> wrongSelf(Element feed) {
        List<String> self =
                links(feed, "self").map(link -> attribute(link, "href")).toList();
        return self.equals(List.of(address)) ? Stream.empty() : Stream.of(self + " at " + address);
    }
}
