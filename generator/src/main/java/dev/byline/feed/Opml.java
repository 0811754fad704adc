package dev.byline.feed;

import dev.byline.page.Page;
import dev.byline.site.FeedFormat;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A list of feeds for reader programs.
 *
 * @see <a href="http://opml.org/spec2.opml">OPML 2.0, subscription lists</a>
 */
final class Opml {
    private Opml() {}

    /**
     * What a list says of a feed. Nothing of its entries: they are dear to make.
     *
     * @param url the page that shows what it tells of
     * @param formats the document that readers subscribe to, in each format
     */
    record Outline(String url, String title, String description, String language, Map<FeedFormat, String> formats) {}

    /**
     * Writes a list.
     *
     * @param outlines says what a feed is
     */
    static byte[] of(String title, List<Page.Feed> feeds, Function<Page.Feed, Outline> outlines) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters(title);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeStartElement("body");
            for (Page.Feed feed : feeds) {
                write(outlines.apply(feed), feed.format(), xml);
            }
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The type is {@code rss} whatever the format is: it says that this is a feed. */
    private static void write(Outline feed, FeedFormat format, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", feed.title());
        xml.writeAttribute("title", feed.title());
        xml.writeAttribute("description", feed.description());
        xml.writeAttribute("xmlUrl", feed.formats().get(format));
        xml.writeAttribute("htmlUrl", feed.url());
        xml.writeAttribute("language", feed.language());
        if (format == FeedFormat.RSS) {
            xml.writeAttribute("version", "RSS2");
        }
    }
}
