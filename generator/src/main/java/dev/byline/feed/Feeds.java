package dev.byline.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import dev.byline.feedback.Conversations;
import dev.byline.page.Asset;
import dev.byline.page.Direction;
import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.FeedFormat;
import dev.byline.site.Prose;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.ProcessingInstruction;
import org.jdom2.filter.Filters;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;

/** Renders feeds and lists of feeds. Threads may share it. */
public final class Feeds {
    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

    private final Settings settings;
    private final Channels channels;
    private final Introductions introductions;
    private final Asset stylesheet;

    /**
     * Prepares for the feeds of one site.
     *
     * @param prose the articles' bodies, by id
     * @param lengths of images as they are published, in bytes, by path; one that is not there is published as it is
     * @param icon the site's square picture, if it has one
     * @param introductions what feeds say to a person who opens them
     * @param stylesheet what that looks like
     */
    public Feeds(
            Site site,
            Routes routes,
            Map<String, Prose> prose,
            Conversations conversations,
            Map<String, Long> lengths,
            Optional<Route> icon,
            Words words,
            Introductions introductions,
            Asset stylesheet) {
        this.settings = site.settings();
        MediaFiles media = new MediaFiles(site, routes, lengths);
        Entries entries = new Entries(site, routes, prose, conversations, media, words);
        this.channels = new Channels(settings, routes, entries, icon, words);
        this.introductions = introductions;
        this.stylesheet = stylesheet;
    }

    /** The bytes of a feed's document; the same for the same site, always. */
    public byte[] render(Page.Feed feed) {
        Channel channel = channels.of(feed);
        return switch (feed.format()) {
            case RSS -> xml(Rss.of(introduced(channel, feed)), channel, feed);
            case ATOM -> xml(Atom.of(introduced(channel, feed)), channel, feed);
            case JSON -> JsonFeed.of(channel);
        };
    }

    /** The bytes of a list of feeds. */
    public byte[] render(Page.Opml list) {
        return Opml.of(Text.xml(settings.title().in(settings.defaultLanguage())), list.feeds(), channels::of);
    }

    private Channel introduced(Channel channel, Page.Feed feed) {
        Map<String, Object> model =
                new Introduction(feed, settings.timeZone()).model(channel, Direction.of(feed.language()));
        // Relative, so that it leads on wherever the site is looked at.
        String inside = "=\"" + feed.route().toRoot();
        return channel.introducedBy(introductions
                .fill(feed.language(), model)
                .map(html -> html.replace("=\"" + settings.url(), inside))
                .orElse(""));
    }

    private byte[] xml(WireFeed wire, Channel channel, Page.Feed feed) {
        wire.setEncoding("UTF-8");
        try {
            Document document = new WireFeedOutput().outputJDom(wire);
            document.addContent(
                    0,
                    new ProcessingInstruction(
                            "xml-stylesheet",
                            "type=\"text/css\" href=\"" + feed.route().toRoot()
                                    + stylesheet.route().encoded() + "\""));
            if (feed.format() == FeedFormat.ATOM) {
                sayLanguages(document.getRootElement(), channel);
            }
            declareNamespaces(document.getRootElement());
            Format format = Format.getRawFormat()
                    .setEncoding("UTF-8")
                    .setLineSeparator(LineSeparator.UNIX)
                    .setIndent("  ");
            return new XMLOutputter(format).outputString(document).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException broken) {
            // Text was made fit for XML and everything required is set: this is a mistake of ours, not of a writer.
            throw new IllegalStateException("a feed that cannot be written", broken);
        }
    }

    /**
     * Declares on the root what is used, and nothing else. ROME declares what its modules at hand might use, and those that
     * are at hand differ between the runnable jar and Maven.
     */
    private static void declareNamespaces(Element root) {
        List.copyOf(root.getAdditionalNamespaces()).forEach(root::removeNamespaceDeclaration);
        SortedMap<String, Namespace> used = new TreeMap<>();
        for (Element element : root.getDescendants(Filters.element())) {
            used.put(element.getNamespacePrefix(), element.getNamespace());
            for (Attribute attribute : element.getAttributes()) {
                used.put(attribute.getNamespacePrefix(), attribute.getNamespace());
            }
        }
        used.remove("");
        used.remove(Namespace.XML_NAMESPACE.getPrefix());
        used.values().forEach(root::addNamespaceDeclaration);
    }

    /** ROME has no place for {@code xml:lang}, which Atom wants to say what language a text is in. */
    private static void sayLanguages(Element feed, Channel channel) {
        feed.setAttribute("lang", channel.language(), Namespace.XML_NAMESPACE);
        List<Element> elements = feed.getChildren("entry", ATOM);
        Iterator<Entry> entries = channel.entries().iterator();
        for (Element element : elements) {
            String language = entries.next().language();
            if (!language.isEmpty() && !language.equals(channel.language())) {
                element.setAttribute("lang", language, Namespace.XML_NAMESPACE);
            }
        }
    }
}
