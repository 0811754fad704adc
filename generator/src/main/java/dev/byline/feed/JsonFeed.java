package dev.byline.feed;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.List;
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
            json.writeStringProperty("feed_url", channel.documents().self());
            channel.documents().older().ifPresent(url -> json.writeStringProperty("next_url", url));
            json.writeStringProperty("description", channel.description());
            channel.icon().ifPresent(icon -> json.writeStringProperty("icon", icon));
            if (!channel.people().isEmpty()) {
                authors(json, channel.people());
            }
            json.writeStringProperty("language", channel.language());
            hubs(json, channel.hubs());
            json.writeArrayPropertyStart("items");
            channel.entries().forEach(entry -> item(json, entry));
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
        return out.toByteArray();
    }

    private static void hubs(JsonGenerator json, List<URI> hubs) {
        if (hubs.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("hubs");
        for (URI hub : hubs) {
            json.writeStartObject();
            json.writeStringProperty("type", "WebSub");
            json.writeStringProperty("url", hub.toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void item(JsonGenerator json, Entry entry) {
        json.writeStartObject();
        json.writeStringProperty("id", entry.id());
        json.writeStringProperty("url", entry.url());
        json.writeStringProperty("title", entry.title());
        if (!entry.summary().isEmpty()) {
            json.writeStringProperty("summary", entry.summary());
        }
        if (entry.body().isPresent()) {
            byte[] body = entry.body().get().json();
            json.writeName("content_html");
            json.writeRawUTF8String(body, 0, body.length);
        } else {
            // One of the two has to be there.
            json.writeStringProperty("content_text", entry.summary());
        }
        entry.published().ifPresent(date -> json.writeStringProperty("date_published", date.toString()));
        if (entry.published().isPresent()) {
            json.writeStringProperty("date_modified", entry.updated().toString());
        }
        writeUnlessEmpty(json, "language", entry.language());
        entry.media().stream()
                .filter(medium -> medium.kind().equals("image"))
                .findFirst()
                .ifPresent(image -> json.writeStringProperty("image", image.url()));
        authors(json, entry.credits());
        if (!entry.terms().isEmpty()) {
            json.writeArrayPropertyStart("tags");
            entry.terms().forEach(term -> json.writeString(term.name()));
            json.writeEndArray();
        }
        attachments(json, entry.media());
        extension(json, entry);
        json.writeEndObject();
    }

    private static void authors(JsonGenerator json, List<Entry.Credit> credits) {
        json.writeArrayPropertyStart("authors");
        for (Entry.Credit credit : credits) {
            json.writeStartObject();
            json.writeStringProperty("name", credit.name());
            writeUnlessEmpty(json, "url", credit.page());
            writeUnlessEmpty(json, "avatar", credit.portrait());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void attachments(JsonGenerator json, List<Entry.Medium> media) {
        if (media.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("attachments");
        for (Entry.Medium medium : media) {
            json.writeStartObject();
            json.writeStringProperty("url", medium.url());
            json.writeStringProperty("mime_type", medium.type());
            writeUnlessEmpty(json, "title", medium.caption().isEmpty() ? medium.alt() : medium.caption());
            json.writeNumberProperty("size_in_bytes", medium.length());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What JSON Feed has no word for: handles, and where answers are. */
    private static void extension(JsonGenerator json, Entry entry) {
        json.writeObjectPropertyStart("_byline");
        json.writeStringProperty("about", Credits.URI);
        json.writeArrayPropertyStart("authors");
        for (Entry.Credit credit : entry.credits()) {
            json.writeStartObject();
            writeUnlessEmpty(json, "id", credit.id());
            json.writeStringProperty("name", credit.name());
            writeUnlessEmpty(json, "url", credit.page());
            writeUnlessEmpty(json, "handle", credit.handle());
            writeUnlessEmpty(json, "profile", credit.profile());
            json.writeEndObject();
        }
        json.writeEndArray();
        entry.answers().ifPresent(answers -> {
            json.writeObjectPropertyStart("answers");
            json.writeStringProperty("url", answers.page());
            json.writeNumberProperty("count", answers.count());
            json.writeEndObject();
        });
        entry.answered().ifPresent(answered -> {
            json.writeObjectPropertyStart("answers_to");
            json.writeStringProperty("id", answered.id());
            json.writeStringProperty("url", answered.url());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void writeUnlessEmpty(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }
}
