package dev.byline.check.feed;

import static dev.byline.check.feed.FeedRule.must;
import static dev.byline.check.feed.FeedRule.note;
import static dev.byline.check.feed.XmlFeed.attribute;
import static dev.byline.check.feed.XmlFeed.children;
import static dev.byline.check.feed.XmlFeed.has;
import static dev.byline.check.feed.XmlFeed.text;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * What Atom asks.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4685">RFC 4685, threading extensions</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5005">RFC 5005, archived feeds</a>
 */
final class AtomRules {
    /** Section 3.1.1. */
    private static final Set<String> TEXT_TYPES = Set.of("text", "html", "xhtml");

    private static final List<FeedRule<XmlFeed>> OWN = List.of(
            must(
                    "atom-id",
                    "a feed and each entry have one id, a full URI",
                    feed -> lacks(parts(feed), part -> has(part, "id") && Form.isAbsolute(text(part, "id")))),
            must(
                    "atom-title",
                    "a feed and each entry have one title",
                    feed -> lacks(parts(feed), part -> has(part, "title"))),
            must(
                    "atom-updated",
                    "a feed and each entry have one moment of change",
                    feed -> lacks(parts(feed), part -> has(part, "updated"))),
            must(
                    "atom-content",
                    "an entry has content or a summary",
                    feed -> lacks(
                            entries(feed),
                            entry -> !children(entry, "content").isEmpty()
                                    || !children(entry, "summary").isEmpty())),
            must(
                    "atom-date",
                    "a date has the form of RFC 3339",
                    feed -> Stream.concat(each(parts(feed), "updated"), each(parts(feed), "published"))
                            .map(Element::getText)
                            .filter(date -> !Form.isMoment(date))),
            must("atom-author", "each entry, or the feed, has an author", AtomRules::withoutAuthor),
            must(
                    "atom-id-twice",
                    "no two entries have the same id",
                    feed -> Form.twice(
                            entries(feed).map(entry -> text(entry, "id")).toList())),
            must(
                    "atom-alternate",
                    "no two alternate links have the same type and language",
                    feed -> parts(feed).flatMap(AtomRules::alternatesTwice)),
            must("atom-self", "the self link is where the feed is served", feed -> feed.wrongSelf(feed.root())),
            must(
                    "atom-link",
                    "links, icon and logo are full addresses",
                    feed -> Stream.concat(
                                    links(feed).map(link -> attribute(link, "href")),
                                    Stream.of("icon", "logo")
                                            .flatMap(name -> children(feed.root(), name).stream())
                                            .map(Element::getTextTrim))
                            .filter(url -> !Form.isAbsolute(url))),
            must(
                    "atom-media-type",
                    "a link's type is a media type",
                    feed -> values(links(feed), "type").filter(type -> !Form.isMediaType(type))),
            must(
                    "atom-length",
                    "a link's length is a number",
                    feed -> values(links(feed), "length").filter(length -> !Form.isNumber(length))),
            must(
                    "atom-hreflang",
                    "a link's hreflang has the form of a language tag",
                    feed -> values(links(feed), "hreflang").filter(tag -> !Form.isLanguage(tag))),
            must(
                    "atom-person",
                    "a person has a name",
                    feed -> lacks(people(feed), person -> !text(person, "name").isEmpty())),
            must(
                    "atom-person-uri",
                    "a person's uri is a full address",
                    feed -> each(people(feed), "uri").map(Element::getTextTrim).filter(uri -> !Form.isAbsolute(uri))),
            must(
                    "atom-category",
                    "a category has a term",
                    feed -> each(parts(feed), "category")
                            .filter(category -> attribute(category, "term").isBlank())
                            .map(category -> attribute(category, "scheme"))),
            must(
                    "atom-text",
                    "title, subtitle, summary and rights are text, html or xhtml",
                    feed -> Stream.of("title", "subtitle", "summary", "rights")
                            .flatMap(name -> each(parts(feed), name))
                            .map(element -> element.getAttributeValue("type", "text"))
                            .filter(type -> !TEXT_TYPES.contains(type))),
            must(
                    "atom-generator",
                    "a generator has a name",
                    feed -> each(Stream.of(feed.root()), "generator")
                            .map(Element::getTextTrim)
                            .filter(String::isEmpty)),
            must(
                    "atom-language",
                    "xml:lang has the form of a language tag",
                    feed -> parts(feed)
                            .map(part -> part.getAttributeValue("lang", Namespace.XML_NAMESPACE, "en"))
                            .filter(tag -> !Form.isLanguage(tag))),
            must(
                    "atom-in-reply-to",
                    "thr:in-reply-to says what is answered, in ref",
                    feed -> lacks(
                            entries(feed).flatMap(entry -> entry.getChildren("in-reply-to", XmlFeed.THREADS).stream()),
                            answer -> !attribute(answer, "ref").isBlank())),
            must(
                    "atom-replies",
                    "the count of a replies link is a number",
                    feed -> parts(feed)
                            .flatMap(part -> XmlFeed.links(part, "replies"))
                            .map(link -> link.getAttributeValue("count", XmlFeed.THREADS, "0"))
                            .filter(count -> !Form.isNumber(count))),
            must(
                    "feed-archive",
                    "an archive links to the current document",
                    feed -> XmlFeed.archiveWithoutCurrent(feed.root())),
            note(
                    "atom-same-moment",
                    "entries that changed at the same moment have no order for programs that sort",
                    feed -> Form.twice(entries(feed)
                                    .map(entry -> text(entry, "updated"))
                                    .toList())
                            .limit(1)
                            .map(moment -> "")));

    static final List<FeedRule<XmlFeed>> ALL =
            Stream.concat(OWN.stream(), HtmlRules.of(AtomRules::html).stream()).toList();

    private AtomRules() {}

    private static Stream<Element> entries(XmlFeed feed) {
        return children(feed.root(), "entry").stream();
    }

    /** The feed and its entries. */
    private static Stream<Element> parts(XmlFeed feed) {
        return Stream.concat(Stream.of(feed.root()), entries(feed));
    }

    private static Stream<Element> links(XmlFeed feed) {
        return each(parts(feed), "link");
    }

    private static Stream<Element> people(XmlFeed feed) {
        return Stream.of("author", "contributor").flatMap(name -> each(parts(feed), name));
    }

    private static Stream<Element> each(Stream<Element> parents, String name) {
        return parents.flatMap(parent -> children(parent, name).stream());
    }

    private static Stream<String> values(Stream<Element> elements, String attribute) {
        return elements.map(element -> element.getAttributeValue(attribute)).filter(value -> value != null);
    }

    private static Stream<String> html(XmlFeed feed) {
        return Stream.of("content", "summary")
                .flatMap(name -> each(entries(feed), name))
                .filter(text -> attribute(text, "type").equals("html"))
                .map(Element::getText);
    }

    /** The elements that are not as they should be, by their titles. */
    private static Stream<String> lacks(Stream<Element> elements, Predicate<Element> isRight) {
        return elements.filter(isRight.negate()).map(element -> text(element, "title"));
    }

    private static Stream<String> withoutAuthor(XmlFeed feed) {
        return children(feed.root(), "author").isEmpty()
                ? lacks(entries(feed), entry -> !children(entry, "author").isEmpty())
                : Stream.empty();
    }

    private static Stream<String> alternatesTwice(Element part) {
        Function<Element, String> kind = link -> attribute(link, "type") + " " + attribute(link, "hreflang");
        return Form.twice(XmlFeed.links(part, "alternate").map(kind).toList());
    }
}
