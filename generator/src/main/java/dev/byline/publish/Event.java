package dev.byline.publish;

import dev.byline.schnorr.Schnorr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What somebody said on Nostr. Its id is a digest of all the rest, so the same event twice is one.
 *
 * @param author a public key, 64 hexadecimal digits
 * @param created in seconds since 1970
 * @see <a href="https://github.com/nostr-protocol/nips/blob/master/01.md">NIP-01</a>
 */
record Event(String author, long created, int kind, List<List<String>> tags, String content) {
    private static final String HEX_64 = "[0-9a-f]{64}";

    Event {
        tags = tags.stream().map(List::copyOf).toList();
    }

    String id() {
        return Keys.sha256Hex(Body.asJson(List.of(0, author, created, kind, tags, content)));
    }

    /** As relays take it. */
    Map<String, Object> signed(Secret key) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", id());
        event.put("pubkey", author);
        event.put("created_at", created);
        event.put("kind", kind);
        event.put("tags", tags);
        event.put("content", content);
        event.put("sig", Schnorr.sign(key.reveal(), id()));
        return event;
    }

    /** What a relay says is an event, if its author did sign it. */
    static Optional<Event> read(JsonNode json) {
        List<List<String>> tags = new ArrayList<>();
        for (JsonNode tag : json.path("tags")) {
            List<String> fields = new ArrayList<>();
            tag.forEach(field -> fields.add(field.asString("")));
            tags.add(fields);
        }
        Event event = new Event(
                json.path("pubkey").asString(""),
                json.path("created_at").asLong(-1),
                json.path("kind").asInt(-1),
                tags,
                json.path("content").asString(""));
        boolean holds = event.author.matches(HEX_64)
                && event.id().equals(json.path("id").asString(""))
                && Schnorr.verify(event.author, event.id(), json.path("sig").asString(""));
        return holds ? Optional.of(event) : Optional.empty();
    }
}
