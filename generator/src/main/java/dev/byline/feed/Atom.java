package dev.byline.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import dev.byline.site.FeedFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;

/**
 * Atom 1.0.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
final class Atom {
    private Atom() {}

    static Feed of(Channel channel) {
        Feed feed = new Feed("atom_1.0");
        feed.setId(channel.id());
        feed.setTitleEx(text(channel.title(), "text"));
        feed.setSubtitle(text(channel.description(), "text"));
        feed.setUpdated(Date.from(channel.updated()));
        feed.setXmlBase(null);
        feed.setAlternateLinks(List.of(link("alternate", channel.url(), "text/html")));
        feed.setOtherLinks(links(channel));
        feed.setRights(channel.copyright());
        channel.icon().ifPresent(feed::setIcon);
        feed.setAuthors(people(channel.people()));
        feed.setModules(Modules.of(channel));
        feed.setForeignMarkup(foreign(channel));
        Generator generator = new Generator();
        generator.setValue("Byline");
        feed.setGenerator(generator);
        feed.setEntries(channel.entries().stream().map(Atom::entry).toList());
        return feed;
    }

    private static List<Link> links(Channel channel) {
        Channel.Documents documents = channel.documents();
        List<Link> links = new ArrayList<>();
        links.add(link("self", documents.self(), FeedFormat.ATOM.mediaType()));
        channel.hubs().forEach(hub -> links.add(link("hub", hub.toString(), null)));
        documents.formats().forEach((format, url) -> {
            if (format != FeedFormat.ATOM) {
                links.add(link("alternate", url, format.mediaType()));
            }
        });
        if (documents.archive()) {
            links.add(link("current", documents.current(), FeedFormat.ATOM.mediaType()));
        }
        documents.older().ifPresent(url -> links.add(link("prev-archive", url, FeedFormat.ATOM.mediaType())));
        return links;
    }

    private static List<Element> foreign(Channel channel) {
        return channel.introduction().isEmpty() ? List.of() : List.of(About.of(channel.introduction()));
    }

    private static com.rometools.rome.feed.atom.Entry entry(Entry piece) {
        com.rometools.rome.feed.atom.Entry entry = new com.rometools.rome.feed.atom.Entry();
        entry.setId(piece.id());
        entry.setTitleEx(text(piece.title(), "text"));
        piece.published().ifPresent(date -> entry.setPublished(Date.from(date)));
        entry.setUpdated(Date.from(piece.updated()));
        Link page = link("alternate", piece.url(), "text/html");
        if (!piece.language().isEmpty()) {
            page.setHreflang(piece.language());
        }
        entry.setAlternateLinks(List.of(page));
        piece.enclosure().ifPresent(medium -> {
            Link enclosure = link("enclosure", medium.url(), medium.type());
            enclosure.setLength(medium.length());
            entry.setOtherLinks(List.of(enclosure));
        });
        if (!piece.summary().isEmpty()) {
            entry.setSummary(text(piece.summary(), "text"));
        }
        entry.setContents(List.of(text(piece.html(), "html")));
        entry.setAuthors(people(piece.credits()));
        entry.setCategories(piece.terms().stream().map(Atom::category).toList());
        entry.setModules(Modules.of(piece, piece.answers().map(Entry.Answers::atom)));
        return entry;
    }

    private static List<SyndPerson> people(List<Entry.Credit> credits) {
        List<SyndPerson> people = new ArrayList<>();
        credits.forEach(credit -> people.add(person(credit)));
        return people;
    }

    private static Person person(Entry.Credit credit) {
        Person person = new Person();
        person.setName(credit.name());
        if (!credit.page().isEmpty()) {
            person.setUri(credit.page());
        }
        return person;
    }

    private static Category category(Entry.Label label) {
        Category category = new Category();
        category.setTerm(label.name());
        category.setScheme(label.scheme());
        return category;
    }

    private static Content text(String value, String type) {
        Content content = new Content();
        content.setType(type);
        content.setValue(value);
        return content;
    }

    private static Link link(String rel, String url, String type) {
        Link link = new Link();
        link.setRel(rel);
        link.setHref(url);
        link.setType(type);
        return link;
    }
}
