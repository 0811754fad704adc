package dev.byline.feed;

import java.util.List;
import java.util.Map;

/** What RSS items and Atom entries say in other namespaces, in both alike: credits, media, what they answer. */
final class Extensions {
    /** The namespaces of feeds, by the prefix that they have in all of them. */
    static final Map<String, String> NAMESPACES = Map.of(
            "atom", Atom.NAMESPACE,
            "byline", Credits.URI,
            "content", "http://purl.org/rss/1.0/modules/content/",
            "dc", "http://purl.org/dc/elements/1.1/",
            "fh", History.URI,
            "media", "http://search.yahoo.com/mrss/",
            "slash", "http://purl.org/rss/1.0/modules/slash/",
            "thr", "http://purl.org/syndication/thread/1.0",
            "wfw", "http://wellformedweb.org/CommentAPI/");

    private Extensions() {}

    /** What is said of a document: whether it is an archive. */
    static void write(Channel channel, Xml xml) {
        if (channel.documents().archive()) {
            xml.start("fh:archive").end();
        }
    }

    /** The authors of a piece, as {@link Credits} describes them. */
    static void credits(List<Entry.Credit> credits, Xml xml) {
        for (Entry.Credit credit : credits) {
            // A reader who answers is no author.
            if (!credit.id().isEmpty()) {
                xml.start("byline:author")
                        .attribute("name", credit.name())
                        .attribute("url", credit.page())
                        .attributeUnlessEmpty("handle", credit.handle())
                        .attributeUnlessEmpty("profile", credit.profile())
                        .end();
            }
        }
    }

    /**
     * Files, as Media RSS describes them.
     *
     * @see <a href="https://www.rssboard.org/media-rss">Media RSS</a>
     */
    static void media(List<Entry.Medium> media, Xml xml) {
        for (Entry.Medium medium : media) {
            xml.start("media:content")
                    .attribute("medium", medium.kind())
                    .attribute("fileSize", Long.toString(medium.length()))
                    .attribute("type", medium.type())
                    .attribute("url", medium.url());
            if (!medium.credit().isEmpty()) {
                xml.start("media:credit")
                        .attribute("scheme", "urn:ebu")
                        .text(medium.credit())
                        .end();
            }
            plain("media:description", medium.alt(), xml);
            plain("media:title", medium.caption(), xml);
            xml.end();
        }
    }

    private static void plain(String name, String text, Xml xml) {
        if (!text.isEmpty()) {
            xml.start(name).attribute("type", "plain").text(text).end();
        }
    }

    /**
     * What an answer answers.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4685#section-3">RFC 4685, in-reply-to</a>
     */
    static void inReplyTo(Entry.Answered answered, Xml xml) {
        xml.start("thr:in-reply-to")
                .attribute("href", answered.url())
                .attribute("ref", answered.id())
                .attribute("type", "text/html")
                .end();
    }
}
