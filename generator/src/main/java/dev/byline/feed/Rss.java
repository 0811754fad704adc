package dev.byline.feed;

import com.rometools.modules.slash.SlashImpl;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Image;
import com.rometools.rome.feed.rss.Item;
import dev.byline.site.FeedFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * RSS 2.0.
 *
 * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>
 */
final class Rss {
    private static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");

    /** How large programs may show the site's picture; RSS allows 144 pixels at most, and takes 88 where nothing is said. */
    private static final int IMAGE_SIDE = 88;

    private Rss() {}

    static com.rometools.rome.feed.rss.Channel of(Channel channel) {
        com.rometools.rome.feed.rss.Channel rss = new com.rometools.rome.feed.rss.Channel("rss_2.0");
        rss.setTitle(channel.title());
        rss.setLink(channel.url());
        rss.setDescription(channel.description());
        rss.setLanguage(channel.language());
        rss.setGenerator("Byline");
        rss.setDocs("https://www.rssboard.org/rss-specification");
        if (!channel.entries().isEmpty()) {
            rss.setLastBuildDate(Date.from(channel.updated()));
        }
        rss.setTtl(channel.minutes());
        rss.setCopyright(channel.copyright());
        channel.icon().ifPresent(icon -> rss.setImage(image(icon, channel)));
        rss.setModules(Modules.of(channel));
        rss.setForeignMarkup(foreign(channel));
        rss.setItems(channel.entries().stream().map(Rss::item).toList());
        return rss;
    }

    private static Image image(String icon, Channel channel) {
        Image image = new Image();
        image.setUrl(icon);
        image.setTitle(channel.title());
        image.setLink(channel.url());
        image.setWidth(IMAGE_SIDE);
        image.setHeight(IMAGE_SIDE);
        return image;
    }

    /** What RSS has no word for, as Atom's links: the RSS Advisory Board's best practices ask for the feed's own address. */
    private static List<Element> foreign(Channel channel) {
        Channel.Documents documents = channel.documents();
        List<Element> elements = new ArrayList<>();
        elements.add(link("self", documents.self(), FeedFormat.RSS.mediaType()));
        channel.hubs().forEach(hub -> elements.add(link("hub", hub.toString(), "")));
        documents.formats().forEach((format, url) -> {
            if (format != FeedFormat.RSS) {
                elements.add(link("alternate", url, format.mediaType()));
            }
        });
        if (documents.archive()) {
            elements.add(link("current", documents.current(), FeedFormat.RSS.mediaType()));
        }
        documents.older().ifPresent(url -> elements.add(link("prev-archive", url, FeedFormat.RSS.mediaType())));
        if (!channel.introduction().isEmpty()) {
            elements.add(About.of(channel.introduction()));
        }
        return elements;
    }

    private static Element link(String relation, String url, String type) {
        Element link = new Element("link", ATOM).setAttribute("rel", relation);
        if (!type.isEmpty()) {
            link.setAttribute("type", type);
        }
        return link.setAttribute("href", url);
    }

    private static Item item(Entry entry) {
        Item item = new Item();
        item.setTitle(entry.title());
        item.setLink(entry.url());
        Guid guid = new Guid();
        guid.setPermaLink(false);
        guid.setValue(entry.id());
        item.setGuid(guid);
        entry.published().ifPresent(date -> item.setPubDate(Date.from(date)));
        if (!entry.summary().isEmpty()) {
            Description description = new Description();
            description.setType("text/plain");
            description.setValue(entry.summary());
            item.setDescription(description);
        }
        Content content = new Content();
        content.setType("html");
        content.setValue(entry.html());
        item.setContent(content);
        item.setCategories(entry.terms().stream().map(Rss::category).toList());
        entry.enclosure().ifPresent(medium -> item.setEnclosures(List.of(enclosure(medium))));
        entry.answers().ifPresent(answers -> item.setComments(answers.page()));
        List<Module> modules = new ArrayList<>();
        modules.add(dublinCore(entry));
        modules.addAll(Modules.of(entry, entry.answers().map(Entry.Answers::rss)));
        entry.answers().ifPresent(answers -> modules.add(comments(answers)));
        item.setModules(modules);
        return item;
    }

    private static Module dublinCore(Entry entry) {
        DCModuleImpl said = new DCModuleImpl();
        said.setCreators(
                new ArrayList<>(entry.credits().stream().map(Entry.Credit::name).toList()));
        if (!entry.language().isEmpty()) {
            said.setLanguage(entry.language());
        }
        return said;
    }

    private static Module comments(Entry.Answers answers) {
        SlashImpl comments = new SlashImpl();
        comments.setComments(answers.count());
        return comments;
    }

    private static Category category(Entry.Label label) {
        Category category = new Category();
        category.setValue(label.name());
        category.setDomain(label.scheme());
        return category;
    }

    private static Enclosure enclosure(Entry.Medium medium) {
        Enclosure enclosure = new Enclosure();
        enclosure.setUrl(medium.url());
        enclosure.setLength(medium.length());
        enclosure.setType(medium.type());
        return enclosure;
    }
}
