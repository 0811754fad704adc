package dev.byline.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import dev.byline.page.Page;
import dev.byline.page.Routes;
import dev.byline.site.Prose;
import dev.byline.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;

/** Renders feeds. Threads may share it. */
public final class Feeds {
    private final Channels channels;

    /**
     * Prepares for the feeds of one site.
     *
     * @param prose the articles' bodies, by id
     * @param lengths of images as they are published, in bytes, by path; one that is not there is published as it is
     */
    public Feeds(Site site, Routes routes, Map<String, Prose> prose, Map<String, Long> lengths) {
        this.channels = new Channels(site, routes, prose, lengths);
    }

    /** The bytes of a feed; the same for the same site, always. */
    public byte[] render(Page.Feed feed) {
        Channel channel = channels.of(feed);
        return switch (feed.format()) {
            case RSS -> xml(Rss.of(channel));
            case ATOM -> xml(Atom.of(channel));
            case JSON -> JsonFeed.of(channel);
        };
    }

    private static byte[] xml(WireFeed feed) {
        feed.setEncoding("UTF-8");
        try {
            Format format = Format.getRawFormat()
                    .setEncoding("UTF-8")
                    .setLineSeparator(LineSeparator.UNIX)
                    .setIndent("  ");
            String text = new XMLOutputter(format).outputString(new WireFeedOutput().outputJDom(feed));
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (FeedException broken) {
            // Text was made fit for XML and everything required is set: this is a mistake of ours, not of a writer.
            throw new IllegalStateException("a feed that cannot be written", broken);
        }
    }
}
