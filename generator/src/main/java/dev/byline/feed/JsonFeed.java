package dev.byline.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON Feed 1.1, with handles in the extension {@code _byline}.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class JsonFeed {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonFeed() {}

    static byte[] of(Channel channel) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("version", "https://jsonfeed.org/version/1.1");
            json.writeStringProperty("title", channel.title());
            json.writeStringProperty("home_page_url", channel.url());
            json.writeStringProperty("feed_url", channel.self());
            json.writeStringProperty("description", channel.description());
            json.writeStringProperty("language", channel.language());
            json.writeArrayPropertyStart("items");
            channel.entries().forEach(entry -> item(json, entry));
            json.writeEndArray();
            json.writeEndObject();
        }
        return (out.toString(StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void item(JsonGenerator json, Entry entry) {
        json.writeStartObject();
        json.writeStringProperty("id", entry.id());
        json.writeStringProperty("url", entry.url());
        json.writeStringProperty("title", entry.title());
        if (!entry.summary().isEmpty()) {
            json.writeStringProperty("summary", entry.summary());
        }
        json.writeStringProperty("content_html", entry.html());
        entry.published().ifPresent(date -> json.writeStringProperty("date_published", date.toString()));
        if (entry.published().isPresent()) {
            json.writeStringProperty("date_modified", entry.updated().toString());
        }
        json.writeStringProperty("language", entry.language());
        entry.image().ifPresent(image -> json.writeStringProperty("image", image.url()));
        json.writeArrayPropertyStart("authors");
        for (Entry.Credit credit : entry.credits()) {
            json.writeStartObject();
            json.writeStringProperty("name", credit.name());
            json.writeStringProperty("url", credit.page());
            writeUnlessEmpty(json, "avatar", credit.portrait());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("tags");
        entry.terms().forEach(json::writeString);
        json.writeEndArray();
        extension(json, entry);
        json.writeEndObject();
    }

    /** What JSON Feed has no word for: the handles. */
    private static void extension(JsonGenerator json, Entry entry) {
        json.writeObjectPropertyStart("_byline");
        json.writeStringProperty("about", Credits.URI);
        json.writeArrayPropertyStart("authors");
        for (Entry.Credit credit : entry.credits()) {
            json.writeStartObject();
            json.writeStringProperty("id", credit.id());
            json.writeStringProperty("name", credit.name());
            json.writeStringProperty("url", credit.page());
            writeUnlessEmpty(json, "handle", credit.handle());
            writeUnlessEmpty(json, "profile", credit.profile());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeUnlessEmpty(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }
}
