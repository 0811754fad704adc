package dev.byline.webmention;

import dev.byline.feedback.SafeHtml;
import dev.byline.microformats.Item;
import dev.byline.microformats.Microformats;
import dev.byline.microformats.Value;
import dev.byline.remote.PublicWeb;
import dev.byline.remote.WebAddress;
import dev.byline.site.Feedback.Person;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds who wrote an entry: as the entry says, or the feed around it, or the page that it calls its author's.
 *
 * @see <a href="https://indieweb.org/authorship-spec">the authorship algorithm</a>
 * @see <a href="https://microformats.org/wiki/representative-h-card-parsing">the h-card that stands for a page</a>
 */
final class Authors {
    private static final Person NOBODY = new Person("", "", Optional.empty());

    private final PublicWeb web;

    Authors(PublicWeb web) {
        this.web = web;
    }

    /** An entry, and the feed that it stands in. */
    record Found(Item entry, Optional<Item> feed) {}

    Person of(Found found, Microformats page, URI source) {
        Optional<Value> said =
                found.entry().first("author").or(() -> found.feed().flatMap(feed -> feed.first("author")));
        if (said.isPresent() && said.get() instanceof Value.Nested card) {
            return person(card.item(), card.text());
        }
        Optional<URI> address = said.map(Value::text).flatMap(WebAddress::of);
        if (said.isPresent() && address.isEmpty()) {
            return new Person(SafeHtml.name(said.get().text()), "", Optional.empty());
        }
        return ofPage(page, address, source);
    }

    /** Of a page without an entry. */
    Person of(Microformats page, URI source) {
        return ofPage(page, Optional.empty(), source);
    }

    /** By the page that is called the author's, else by the one h-card that stands for this page. */
    private Person ofPage(Microformats page, Optional<URI> said, URI source) {
        Optional<URI> address = said.or(() -> page.rels().getOrDefault("author", List.of()).stream()
                .findFirst()
                .flatMap(WebAddress::of));
        if (address.isEmpty()) {
            return representative(page, source).map(card -> person(card, "")).orElse(NOBODY);
        }
        String url = Links.normal(address.get().toString());
        return cards(page)
                .filter(card -> addresses(card).anyMatch(url::equals))
                .findFirst()
                .or(() -> fetched(address.get()))
                .map(card -> person(card, ""))
                .map(person ->
                        new Person(person.name(), person.handle(), person.url().or(() -> Optional.of(url))))
                .orElseGet(() -> new Person(SafeHtml.name(address.get().getHost()), "", Optional.of(url)));
    }

    private Optional<Item> fetched(URI address) {
        return web.get(address, "text/html") instanceof PublicWeb.Answer.Got got
                        && got.status() == 200
                        && Links.isHtml(got)
                ? representative(Microformats.of(got.body(), got.from().toString()), got.from())
                : Optional.empty();
    }

    private static Optional<Item> representative(Microformats page, URI source) {
        String url = Links.normal(source.toString());
        List<Item> cards = cards(page).toList();
        List<String> mine = page.rels().getOrDefault("me", List.of()).stream()
                .map(Links::normal)
                .toList();
        return cards.stream()
                .filter(card -> addresses(card).anyMatch(url::equals)
                        && card.all("uid").stream()
                                .map(Value::text)
                                .map(Links::normal)
                                .anyMatch(url::equals))
                .findFirst()
                .or(() -> cards.stream()
                        .filter(card -> addresses(card).anyMatch(mine::contains))
                        .findFirst())
                .or(() -> cards.stream()
                        .filter(card -> cards.size() == 1 && addresses(card).anyMatch(url::equals))
                        .findFirst());
    }

    /** The h-cards of a page that are nobody's property. */
    private static Stream<Item> cards(Microformats page) {
        return page.items().stream().flatMap(Authors::withChildren).filter(item -> item.is("h-card"));
    }

    private static Stream<Item> withChildren(Item item) {
        return Stream.concat(Stream.of(item), item.children().stream().flatMap(Authors::withChildren));
    }

    private static Stream<String> addresses(Item card) {
        return card.all("url").stream().map(Value::text).map(Links::normal);
    }

    private static Person person(Item card, String otherwise) {
        Optional<String> url = card.all("url").stream()
                .map(Value::text)
                .map(WebAddress::of)
                .flatMap(Optional::stream)
                .map(URI::toString)
                .findFirst();
        return new Person(SafeHtml.name(card.text("name").orElse(otherwise)), "", url);
    }
}
