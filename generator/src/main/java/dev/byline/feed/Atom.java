package dev.byline.feed;

import dev.byline.site.FeedFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Atom 1.0.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
final class Atom {
    /** The namespace of Atom (RFC 4287, section 2). */
    static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private Atom() {}

    /**
     * The bytes of a document.
     *
     * @param stylesheet the address of what shows it to people
     */
    static byte[] of(Channel channel, String stylesheet) {
        Xml xml = Xml.document(stylesheet)
                .start("feed")
                .attribute("xmlns", NAMESPACE)
                .declare(Extensions.NAMESPACES)
                .attribute("xml:lang", channel.language());
        feed(channel, xml);
        return xml.end().text("\n").bytes();
    }

    private static void feed(Channel channel, Xml xml) {
        Extensions.write(channel, xml);
        text("title", "text", channel.title(), xml);
        link("alternate", "text/html", channel.url(), xml).end();
        links(channel, xml);
        people(channel.people(), xml);
        text("subtitle", "text", channel.description(), xml);
        xml.element("id", channel.id()).element("generator", "Byline").element("rights", channel.copyright());
        channel.icon().ifPresent(icon -> xml.element("icon", icon));
        xml.element("updated", date(channel.updated()));
        About.write(channel.introduction(), xml);
        channel.entries().forEach(entry -> entry(entry, channel.language(), xml));
    }

    private static void links(Channel channel, Xml xml) {
        Channel.Documents documents = channel.documents();
        String atom = FeedFormat.ATOM.mediaType();
        link("self", atom, documents.self(), xml).end();
        channel.hubs().forEach(hub -> link("hub", "", hub.toString(), xml).end());
        documents.formats().forEach((format, url) -> {
            if (format != FeedFormat.ATOM) {
                link("alternate", format.mediaType(), url, xml).end();
            }
        });
        if (documents.archive()) {
            link("current", atom, documents.current(), xml).end();
        }
        documents.older().ifPresent(url -> link("prev-archive", atom, url, xml).end());
    }

    /** Begins a link. */
    private static Xml link(String relation, String type, String url, Xml xml) {
        return xml.start("link")
                .attribute("rel", relation)
                .attributeUnlessEmpty("type", type)
                .attribute("href", url);
    }

    /**
     * An entry.
     *
     * @param language that of the feed, which goes without saying
     */
    private static void entry(Entry entry, String language, Xml xml) {
        xml.start("entry");
        if (!entry.language().equals(language)) {
            xml.attributeUnlessEmpty("xml:lang", entry.language());
        }
        text("title", "text", entry.title(), xml);
        link("alternate", "text/html", entry.url(), xml)
                .attributeUnlessEmpty("hreflang", entry.language())
                .end();
        entry.enclosure().ifPresent(medium -> enclosure(medium, xml));
        for (Entry.Label term : entry.terms()) {
            xml.start("category")
                    .attribute("term", term.name())
                    .attribute("scheme", term.scheme())
                    .end();
        }
        people(entry.credits(), xml);
        xml.element("id", entry.id()).element("updated", date(entry.updated()));
        entry.published().ifPresent(moment -> xml.element("published", date(moment)));
        entry.body()
                .ifPresent(body -> xml.start("content")
                        .attribute("type", "html")
                        .content(body.xml())
                        .end());
        if (!entry.summary().isEmpty()) {
            text("summary", "text", entry.summary(), xml);
        }
        Extensions.credits(entry.credits(), xml);
        Extensions.media(entry.media(), xml);
        entry.answers().ifPresent(answers -> replies(answers, xml));
        entry.answered().ifPresent(answered -> Extensions.inReplyTo(answered, xml));
        xml.end();
    }

    private static void enclosure(Entry.Medium medium, Xml xml) {
        link("enclosure", medium.type(), medium.url(), xml);
        if (medium.length() > 0) {
            xml.attribute("length", Long.toString(medium.length()));
        }
        xml.end();
    }

    /** Where the replies are, as {@link Replies} describes it. */
    private static void replies(Entry.Answers answers, Xml xml) {
        String count = Integer.toString(answers.count());
        link("replies", FeedFormat.ATOM.mediaType(), answers.atom(), xml).attribute("thr:count", count);
        answers.newest().ifPresent(newest -> xml.attribute("thr:updated", newest.toString()));
        xml.end().element("thr:total", count);
    }

    private static void people(List<Entry.Credit> people, Xml xml) {
        for (Entry.Credit person : people) {
            xml.start("author").element("name", person.name());
            if (!person.page().isEmpty()) {
                xml.element("uri", person.page());
            }
            xml.end();
        }
    }

    private static void text(String name, String type, String text, Xml xml) {
        xml.start(name).attribute("type", type).text(text).end();
    }

    /** As RFC 3339 writes it. */
    private static String date(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
