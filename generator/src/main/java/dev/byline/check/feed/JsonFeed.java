package dev.byline.check.feed;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON feed, under check.
 *
 * @param address where it is served
 */
record JsonFeed(String address, JsonNode root) {
    static JsonFeed of(String address, byte[] content) throws FeedRules.Unreadable {
        try {
            JsonNode root = JsonMapper.shared().readTree(content);
            if (!root.isObject()) {
                throw new FeedRules.Unreadable("it begins with something else");
            }
            return new JsonFeed(address, root);
        } catch (JacksonException broken) {
            throw new FeedRules.Unreadable(broken.getOriginalMessage());
        }
    }

    Stream<JsonNode> items() {
        return elements(root, "items");
    }

    /** The feed and its items. */
    Stream<JsonNode> parts() {
        return Stream.concat(Stream.of(root), items());
    }

    Stream<JsonNode> authors() {
        return parts().flatMap(part -> elements(part, "authors"));
    }

    Stream<JsonNode> attachments() {
        return items().flatMap(item -> elements(item, "attachments"));
    }

    Stream<JsonNode> hubs() {
        return elements(root, "hubs");
    }

    private static Stream<JsonNode> elements(JsonNode parent, String name) {
        return parent.path(name).isArray() ? parent.path(name).valueStream() : Stream.empty();
    }

    /** A text; empty where there is none. */
    static String text(JsonNode parent, String name) {
        return parent.path(name).isString() ? parent.path(name).stringValue() : "";
    }

    /** The values of those members that are there, texts or not. */
    static Stream<String> values(Stream<JsonNode> parents, List<String> names) {
        return parents.flatMap(parent -> names.stream().filter(parent::has).map(parent::path))
                .map(value -> value.isString() ? value.stringValue() : value.toString());
    }
}
