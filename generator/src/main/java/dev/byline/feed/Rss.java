package dev.byline.feed;

import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
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
        rss.setForeignMarkup(List.of(self(channel.self())));
        rss.setItems(channel.entries().stream().map(Rss::item).toList());
        return rss;
    }

    /** The feed's own address, as the RSS Advisory Board's best practices ask for it. */
    private static Element self(String url) {
        return new Element("link", ATOM)
                .setAttribute("rel", "self")
                .setAttribute("type", "application/rss+xml")
                .setAttribute("href", url);
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
        entry.image().ifPresent(image -> item.setEnclosures(List.of(enclosure(image))));
        DCModuleImpl creators = new DCModuleImpl();
        creators.setCreators(
                new ArrayList<>(entry.credits().stream().map(Entry.Credit::name).toList()));
        item.setModules(new ArrayList<>(List.of(creators, CreditsParser.of(entry.credits()))));
        return item;
    }

    private static Category category(String name) {
        Category category = new Category();
        category.setValue(name);
        return category;
    }

    private static Enclosure enclosure(Entry.Enclosure image) {
        Enclosure enclosure = new Enclosure();
        enclosure.setUrl(image.url());
        enclosure.setLength(image.length());
        enclosure.setType(image.type());
        return enclosure;
    }
}
