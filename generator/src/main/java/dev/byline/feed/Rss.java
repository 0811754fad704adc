package dev.byline.feed;

import dev.byline.site.FeedFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * RSS 2.0.
 *
 * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>
 */
final class Rss {
    /** How large programs may show the site's picture; RSS allows 144 pixels at most, and takes 88 where nothing is said. */
    private static final String IMAGE_SIDE = "88";

    /** As RFC 822 writes dates, with four digits of the year. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US);

    private Rss() {}

    /**
     * The bytes of a document.
     *
     * @param stylesheet the address of what shows it to people
     */
    static byte[] of(Channel channel, String stylesheet) {
        Xml xml = Xml.document(stylesheet)
                .start("rss")
                .declare(Extensions.NAMESPACES)
                .attribute("version", "2.0");
        channel(channel, xml);
        return xml.end().text("\n").bytes();
    }

    private static void channel(Channel channel, Xml xml) {
        xml.start("channel");
        Extensions.write(channel, xml);
        xml.element("title", channel.title())
                .element("link", channel.url())
                .element("description", channel.description())
                .element("language", channel.language())
                .element("copyright", channel.copyright());
        if (!channel.entries().isEmpty()) {
            xml.element("lastBuildDate", date(channel.updated()));
        }
        xml.element("docs", "https://www.rssboard.org/rss-specification")
                .element("generator", "Byline")
                .element("ttl", Integer.toString(channel.minutes()));
        links(channel, xml);
        About.write(channel.introduction(), xml);
        channel.icon().ifPresent(icon -> image(icon, channel, xml));
        channel.entries().forEach(entry -> item(entry, xml));
        xml.end();
    }

    /** What RSS has no word for, as Atom's links: the RSS Advisory Board's best practices ask for the feed's own address. */
    private static void links(Channel channel, Xml xml) {
        Channel.Documents documents = channel.documents();
        link("self", documents.self(), FeedFormat.RSS.mediaType(), xml);
        channel.hubs().forEach(hub -> link("hub", hub.toString(), "", xml));
        documents.formats().forEach((format, url) -> {
            if (format != FeedFormat.RSS) {
                link("alternate", url, format.mediaType(), xml);
            }
        });
        if (documents.archive()) {
            link("current", documents.current(), FeedFormat.RSS.mediaType(), xml);
        }
        documents.older().ifPresent(url -> link("prev-archive", url, FeedFormat.RSS.mediaType(), xml));
    }

    private static void link(String relation, String url, String type, Xml xml) {
        xml.start("atom:link")
                .attribute("rel", relation)
                .attributeUnlessEmpty("type", type)
                .attribute("href", url)
                .end();
    }

    private static void image(String icon, Channel channel, Xml xml) {
        xml.start("image")
                .element("title", channel.title())
                .element("url", icon)
                .element("link", channel.url())
                .element("width", IMAGE_SIDE)
                .element("height", IMAGE_SIDE)
                .end();
    }

    private static void item(Entry entry, Xml xml) {
        xml.start("item").element("title", entry.title()).element("link", entry.url());
        if (!entry.summary().isEmpty()) {
            xml.element("description", entry.summary());
        }
        entry.body()
                .ifPresent(
                        body -> xml.start("content:encoded").content(body.xml()).end());
        entry.enclosure().ifPresent(medium -> enclosure(medium, xml));
        for (Entry.Label term : entry.terms()) {
            xml.start("category")
                    .attribute("domain", term.scheme())
                    .text(term.name())
                    .end();
        }
        entry.published().ifPresent(date -> xml.element("pubDate", date(date)));
        entry.answers().ifPresent(answers -> xml.element("comments", answers.page()));
        xml.start("guid").attribute("isPermaLink", "false").text(entry.id()).end();
        entry.credits().forEach(credit -> xml.element("dc:creator", credit.name()));
        if (!entry.language().isEmpty()) {
            xml.element("dc:language", entry.language());
        }
        Extensions.credits(entry.credits(), xml);
        Extensions.media(entry.media(), xml);
        entry.answers().ifPresent(answers -> xml.element("wfw:commentRss", answers.rss()));
        entry.answered().ifPresent(answered -> Extensions.inReplyTo(answered, xml));
        entry.answers().ifPresent(answers -> xml.element("slash:comments", Integer.toString(answers.count())));
        xml.end();
    }

    private static void enclosure(Entry.Medium medium, Xml xml) {
        xml.start("enclosure")
                .attribute("url", medium.url())
                .attribute("length", Long.toString(medium.length()))
                .attribute("type", medium.type())
                .end();
    }

    private static String date(Instant moment) {
        return DATE.format(moment.atOffset(ZoneOffset.UTC));
    }
}
