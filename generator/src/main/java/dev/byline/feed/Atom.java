package dev.byline.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

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
        feed.setOtherLinks(List.of(link("self", channel.self(), "application/atom+xml")));
        Generator generator = new Generator();
        generator.setValue("Byline");
        feed.setGenerator(generator);
        feed.setEntries(channel.entries().stream().map(Atom::entry).toList());
        return feed;
    }

    private static com.rometools.rome.feed.atom.Entry entry(Entry piece) {
        com.rometools.rome.feed.atom.Entry entry = new com.rometools.rome.feed.atom.Entry();
        entry.setId(piece.id());
        entry.setTitleEx(text(piece.title(), "text"));
        piece.published().ifPresent(date -> entry.setPublished(Date.from(date)));
        entry.setUpdated(Date.from(piece.updated()));
        Link page = link("alternate", piece.url(), "text/html");
        page.setHreflang(piece.language());
        entry.setAlternateLinks(List.of(page));
        piece.image().ifPresent(image -> {
            Link enclosure = link("enclosure", image.url(), image.type());
            enclosure.setLength(image.length());
            entry.setOtherLinks(List.of(enclosure));
        });
        if (!piece.summary().isEmpty()) {
            entry.setSummary(text(piece.summary(), "text"));
        }
        entry.setContents(List.of(text(piece.html(), "html")));
        List<SyndPerson> authors = new ArrayList<>();
        piece.credits().forEach(credit -> authors.add(person(credit)));
        entry.setAuthors(authors);
        entry.setCategories(piece.terms().stream().map(Atom::category).toList());
        entry.setModules(new ArrayList<>(List.of(CreditsParser.of(piece.credits()))));
        return entry;
    }

    private static Person person(Entry.Credit credit) {
        Person person = new Person();
        person.setName(credit.name());
        person.setUri(credit.page());
        return person;
    }

    private static Category category(String name) {
        Category category = new Category();
        category.setTerm(name);
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
