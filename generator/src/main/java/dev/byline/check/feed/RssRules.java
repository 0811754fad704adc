package dev.byline.check.feed;

import static dev.byline.check.feed.FeedRule.must;
import static dev.byline.check.feed.XmlFeed.attribute;
import static dev.byline.check.feed.XmlFeed.children;
import static dev.byline.check.feed.XmlFeed.has;
import static dev.byline.check.feed.XmlFeed.text;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdom2.Element;

/**
 * What RSS asks.
 *
 * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>
 * @see <a href="https://www.rssboard.org/rss-profile">RSS Best Practices Profile</a>
 */
final class RssRules {
    /** The largest sides of a channel's image, in pixels. */
    private static final Map<String, Integer> IMAGE = Map.of("width", 144, "height", 400);

    private static final List<FeedRule<XmlFeed>> OWN = List.of(
            must(
                    "rss-channel",
                    "there is one channel",
                    feed -> lacks(Stream.of(feed.root()), root -> has(root, "channel"))),
            must(
                    "rss-title",
                    "a channel has a title",
                    feed -> lacks(channels(feed), each -> !text(each, "title").isEmpty())),
            must(
                    "rss-link",
                    "a channel has a link, which is a full address",
                    feed -> channels(feed).map(each -> text(each, "link")).filter(url -> !Form.isAbsolute(url))),
            must(
                    "rss-description",
                    "a channel has a description",
                    feed -> lacks(
                            channels(feed), each -> !text(each, "description").isEmpty())),
            must(
                    "rss-self",
                    "atom:link rel=\"self\" is where the feed is served",
                    feed -> channels(feed).flatMap(feed::wrongSelf)),
            must(
                    "rss-language",
                    "language has the form of a language tag",
                    feed -> texts(channels(feed), "language").filter(tag -> !Form.isLanguage(tag))),
            must(
                    "rss-ttl",
                    "ttl is a number",
                    feed -> texts(channels(feed), "ttl").filter(minutes -> !Form.isNumber(minutes))),
            must(
                    "rss-image",
                    "an image has a url and a link, full ones, and a title",
                    feed -> lacks(images(feed), RssRules::isImage)),
            must(
                    "rss-image-size",
                    "an image is at most 144 wide and 400 high",
                    feed -> lacks(
                            images(feed),
                            image -> IMAGE.entrySet().stream()
                                    .allMatch(side -> fits(text(image, side.getKey()), side.getValue())))),
            must(
                    "rss-item",
                    "an item has a title or a description",
                    feed -> lacks(items(feed), item -> !(text(item, "title") + text(item, "description")).isEmpty())),
            must(
                    "rss-guid",
                    "an item has a guid",
                    feed -> lacks(items(feed), item -> !text(item, "guid").isEmpty())),
            must(
                    "rss-guid-twice",
                    "no two items have the same guid",
                    feed -> Form.twice(texts(items(feed), "guid").toList())),
            must(
                    "rss-item-link",
                    "an item's link is a full address",
                    feed -> texts(items(feed), "link").filter(url -> !Form.isAbsolute(url))),
            must(
                    "rss-date",
                    "a date has the form of RFC 822",
                    feed -> dates(feed).filter(date -> !Form.isMailDate(date))),
            must(
                    "rss-weekday",
                    "a date says its own day of the week",
                    feed -> dates(feed).filter(Form::hasWrongWeekday)),
            must(
                    "rss-enclosure",
                    "an enclosure has a full url, a length in bytes and a media type",
                    feed -> lacks(each(items(feed), "enclosure"), RssRules::isEnclosure)),
            must(
                    "rss-category",
                    "a category is not blank",
                    feed -> texts(items(feed), "category").filter(String::isEmpty)),
            must(
                    "rss-order",
                    "description stands before content:encoded, since programs take the first",
                    feed -> lacks(items(feed), RssRules::isInOrder)),
            must(
                    "rss-comments",
                    "comments is a full address",
                    feed -> texts(items(feed), "comments").filter(url -> !Form.isAbsolute(url))),
            must(
                    "rss-comments-count",
                    "slash:comments is a number",
                    feed -> items(feed)
                            .flatMap(item -> item.getChildren("comments", XmlFeed.SLASH).stream())
                            .map(Element::getTextTrim)
                            .filter(count -> !Form.isNumber(count))),
            must(
                    "feed-archive",
                    "an archive links to the current document",
                    feed -> channels(feed).flatMap(XmlFeed::archiveWithoutCurrent)));

    static final List<FeedRule<XmlFeed>> ALL =
            Stream.concat(OWN.stream(), HtmlRules.of(RssRules::html).stream()).toList();

    private RssRules() {}

    private static Stream<Element> channels(XmlFeed feed) {
        return children(feed.root(), "channel").stream();
    }

    private static Stream<Element> items(XmlFeed feed) {
        return each(channels(feed), "item");
    }

    private static Stream<Element> images(XmlFeed feed) {
        return each(channels(feed), "image");
    }

    private static Stream<Element> each(Stream<Element> parents, String name) {
        return parents.flatMap(parent -> children(parent, name).stream());
    }

    private static Stream<String> texts(Stream<Element> parents, String name) {
        return each(parents, name).map(Element::getTextTrim);
    }

    private static Stream<String> dates(XmlFeed feed) {
        return Stream.of(
                        texts(channels(feed), "pubDate"),
                        texts(channels(feed), "lastBuildDate"),
                        texts(items(feed), "pubDate"))
                .flatMap(dates -> dates);
    }

    private static Stream<String> html(XmlFeed feed) {
        return items(feed)
                .flatMap(item -> Stream.concat(
                        children(item, "description").stream(), item.getChildren("encoded", XmlFeed.CONTENT).stream()))
                .map(Element::getText);
    }

    /** The elements that are not as they should be, by their titles. */
    private static Stream<String> lacks(Stream<Element> elements, Predicate<Element> isRight) {
        return elements.filter(isRight.negate()).map(element -> text(element, "title"));
    }

    private static boolean isImage(Element image) {
        return Form.isAbsolute(text(image, "url"))
                && Form.isAbsolute(text(image, "link"))
                && !text(image, "title").isEmpty();
    }

    private static boolean fits(String side, int most) {
        return side.isEmpty() || (side.matches("\\d{1,4}") && Integer.parseInt(side) <= most);
    }

    private static boolean isEnclosure(Element enclosure) {
        return Form.isAbsolute(attribute(enclosure, "url"))
                && Form.isNumber(attribute(enclosure, "length"))
                && Form.isMediaType(attribute(enclosure, "type"));
    }

    private static boolean isInOrder(Element item) {
        Element content = item.getChild("encoded", XmlFeed.CONTENT);
        Element description = item.getChild("description", item.getNamespace());
        return content == null || description == null || item.indexOf(description) < item.indexOf(content);
    }
}
