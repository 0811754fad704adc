package dev.byline.feed;

import dev.byline.page.Page;
import dev.byline.site.FeedFormat;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
     * Writes a list.
     *
     * @param channels says what stands in a feed
     */
    static byte[] of(String title, List<Page.Feed> feeds, Function<Page.Feed, Channel> channels) {
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
                outline(feed, channels.apply(feed), xml);
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
    private static void outline(Page.Feed feed, Channel channel, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", channel.title());
        xml.writeAttribute("title", channel.title());
        xml.writeAttribute("description", channel.description());
        xml.writeAttribute("xmlUrl", channel.documents().current());
        xml.writeAttribute("htmlUrl", channel.url());
        xml.writeAttribute("language", channel.language());
        if (feed.format() == FeedFormat.RSS) {
            xml.writeAttribute("version", "RSS2");
        }
    }
}
