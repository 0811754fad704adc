package dev.byline.check.feed;

import static dev.byline.check.feed.FeedRule.must;
import static dev.byline.check.feed.JsonFeed.text;
import static dev.byline.check.feed.JsonFeed.values;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What JSON Feed asks.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class JsonFeedRules {
    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    /** What the specification names; {@code author} has a rule of its own. */
    private static final Set<String> OF_FEED = Set.of(
            "version",
            "title",
            "home_page_url",
            "feed_url",
            "description",
            "user_comment",
            "next_url",
            "icon",
            "favicon",
            "author",
            "authors",
            "language",
            "expired",
            "hubs",
            "items");

    private static final Set<String> OF_ITEM = Set.of(
            "id",
            "url",
            "external_url",
            "title",
            "content_html",
            "content_text",
            "summary",
            "image",
            "banner_image",
            "date_published",
            "date_modified",
            "author",
            "authors",
            "tags",
            "language",
            "attachments");

    private static final Set<String> OF_AUTHOR = Set.of("name", "url", "avatar");
    private static final Set<String> OF_ATTACHMENT =
            Set.of("url", "mime_type", "title", "size_in_bytes", "duration_in_seconds");
    private static final Set<String> OF_HUB = Set.of("type", "url");

    private static final List<FeedRule<JsonFeed>> OWN = List.of(
            must(
                    "json-version",
                    "version is " + VERSION,
                    feed -> lacks(
                            Stream.of(feed.root()),
                            root -> text(root, "version").equals(VERSION),
                            "version")),
            must(
                    "json-title",
                    "a feed has a title",
                    feed -> lacks(
                            Stream.of(feed.root()), root -> !text(root, "title").isEmpty(), "feed_url")),
            must(
                    "json-items",
                    "items is a list",
                    feed -> lacks(
                            Stream.of(feed.root()), root -> root.path("items").isArray(), "title")),
            must(
                    "json-id",
                    "an item has an id, which is a text",
                    feed -> lacks(feed.items(), item -> !text(item, "id").isEmpty(), "title")),
            must(
                    "json-id-twice",
                    "no two items have the same id",
                    feed -> Form.twice(values(feed.items(), List.of("id")).toList())),
            must(
                    "json-content",
                    "an item has content_html or content_text",
                    feed -> lacks(
                            feed.items(),
                            item -> item.path("content_html").isString()
                                    || item.path("content_text").isString(),
                            "id")),
            must("json-url", "addresses are full ones", feed -> addresses(feed).filter(url -> !Form.isAbsolute(url))),
            must(
                    "json-date",
                    "a date has the form of RFC 3339",
                    feed -> values(feed.items(), List.of("date_published", "date_modified"))
                            .filter(date -> !Form.isMoment(date))),
            must(
                    "json-language",
                    "language has the form of a language tag",
                    feed -> values(feed.parts(), List.of("language")).filter(tag -> !Form.isLanguage(tag))),
            must(
                    "json-author",
                    "an author has a name, a url or an avatar",
                    feed -> lacks(feed.authors(), author -> OF_AUTHOR.stream().anyMatch(author::has), "")),
            must(
                    "json-author-old",
                    "authors stands in place of author since version 1.1",
                    feed -> feed.parts().filter(part -> part.has("author")).map(part -> text(part, "title"))),
            must(
                    "json-attachment",
                    "an attachment has a url, a media type and, if any, its size as a number",
                    feed -> lacks(feed.attachments(), JsonFeedRules::isAttachment, "url")),
            must(
                    "json-hub",
                    "a hub has a type and a url",
                    feed -> lacks(
                            feed.hubs(),
                            hub -> !text(hub, "type").isEmpty()
                                    && !text(hub, "url").isEmpty(),
                            "url")),
            must("json-unknown", "what the format does not name begins with _", JsonFeedRules::unknown),
            must(
                    "json-feed-url",
                    "feed_url is where the feed is served",
                    feed -> lacks(
                            Stream.of(feed.root()),
                            root -> text(root, "feed_url").equals(feed.address()),
                            "feed_url")),
            must(
                    "json-next-url",
                    "next_url is a full address, and another one",
                    feed -> values(Stream.of(feed.root()), List.of("next_url"))
                            .filter(url -> !Form.isAbsolute(url) || url.equals(feed.address()))));

    static final List<FeedRule<JsonFeed>> ALL = Stream.concat(
                    OWN.stream(),
                    HtmlRules.<JsonFeed>of(feed -> values(feed.items(), List.of("content_html"))).stream())
            .toList();

    private JsonFeedRules() {}

    /** The objects that are not as they should be, by the text of one member. */
    private static Stream<String> lacks(Stream<JsonNode> objects, Predicate<JsonNode> isRight, String name) {
        return objects.filter(isRight.negate()).map(object -> text(object, name));
    }

    private static Stream<String> addresses(JsonFeed feed) {
        return Stream.of(
                        values(Stream.of(feed.root()), List.of("home_page_url", "icon", "favicon")),
                        values(feed.items(), List.of("url", "external_url", "image", "banner_image")),
                        values(feed.authors(), List.of("url", "avatar")),
                        values(Stream.concat(feed.attachments(), feed.hubs()), List.of("url")))
                .flatMap(urls -> urls);
    }

    private static boolean isAttachment(JsonNode attachment) {
        JsonNode size = attachment.path("size_in_bytes");
        return !text(attachment, "url").isEmpty()
                && Form.isMediaType(text(attachment, "mime_type"))
                && (size.isMissingNode() || size.isIntegralNumber());
    }

    private static Stream<String> unknown(JsonFeed feed) {
        return Stream.of(
                        others(Stream.of(feed.root()), OF_FEED),
                        others(feed.items(), OF_ITEM),
                        others(feed.authors(), OF_AUTHOR),
                        others(feed.attachments(), OF_ATTACHMENT),
                        others(feed.hubs(), OF_HUB))
                .flatMap(names -> names);
    }

    private static Stream<String> others(Stream<JsonNode> objects, Set<String> known) {
        return objects.flatMap(object -> object.propertyNames().stream())
                .filter(name -> !name.startsWith("_") && !known.contains(name));
    }
}
