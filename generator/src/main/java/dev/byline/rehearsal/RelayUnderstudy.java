package dev.byline.rehearsal;

import dev.byline.schnorr.Schnorr;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A relay: takes events whose id and signature hold, tells those that it has, forgets what their authors want forgotten.
 *
 * @see <a href="https://github.com/nostr-protocol/nips/blob/master/01.md">NIP-01</a>
 * @see <a href="https://github.com/nostr-protocol/nips/blob/master/09.md">NIP-09, deletion</a>
 */
public final class RelayUnderstudy implements Understudy {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NOTE = 1;
    private static final int DELETION = 5;

    /** Relays refuse what comes from the future ({@code created_at_upper_limit} in NIP-11). */
    private static final long FUTURE = 900;

    /** The {@code max_content_length} of the example in NIP-11. */
    private static final int MAX_CONTENT = 8_196;

    private final Set<String> members;
    private final Clock clock;
    private final Map<String, JsonNode> events = new LinkedHashMap<>();
    private String refusal = "";

    /**
     * A relay.
     *
     * @param members the public keys of those who may write
     */
    public RelayUnderstudy(Set<String> members, Clock clock) {
        this.members = Set.copyOf(members);
        this.clock = clock;
    }

    /** From now on refuses every event, and says this; takes them again where it is empty. */
    public synchronized void refuse(String reason) {
        refusal = reason;
    }

    @Override
    public synchronized Answered answer(Asked asked) {
        JsonNode frame = asked.json();
        return switch (frame.path(0).asString("")) {
            case "EVENT" -> frames(List.of(taken(frame.path(1))));
            case "REQ" -> frames(told(frame));
            case "CLOSE" -> frames(List.of());
            default -> frames(List.of(List.of("NOTICE", "invalid: no such message")));
        };
    }

    private static Answered frames(List<List<Object>> frames) {
        return Answered.text(200, frames.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n")));
    }

    private List<Object> taken(JsonNode event) {
        String id = event.path("id").asString("");
        String problem = problem(event, id);
        if (!problem.isEmpty()) {
            return List.of("OK", id, false, problem);
        }
        if (events.containsKey(id)) {
            return List.of("OK", id, true, "duplicate: already have this event");
        }
        events.put(id, event);
        if (event.path("kind").asInt() == DELETION) {
            tags(event, "e").forEach(other -> forget(other, event.path("pubkey").asString("")));
        }
        return List.of("OK", id, true, "");
    }

    private String problem(JsonNode event, String id) {
        String author = event.path("pubkey").asString("");
        if (!refusal.isEmpty()) {
            return refusal;
        }
        if (!digest(event).equals(id)) {
            return "invalid: the id is not that of the event";
        }
        if (!Schnorr.verify(author, id, event.path("sig").asString(""))) {
            return "invalid: the signature does not hold";
        }
        if (!members.contains(author)) {
            return "restricted: members only";
        }
        if (event.path("created_at").asLong() > clock.instant().getEpochSecond() + FUTURE) {
            return "invalid: event creation date is too far off from the current time";
        }
        String content = event.path("content").asString("");
        return content.codePointCount(0, content.length()) > MAX_CONTENT ? "invalid: too long" : "";
    }

    private static String digest(JsonNode event) {
        List<Object> serialized = new ArrayList<>(List.of(0));
        for (String field : List.of("pubkey", "created_at", "kind", "tags", "content")) {
            serialized.add(event.path(field));
        }
        try {
            byte[] bytes = JSON.writeValueAsString(serialized).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private void forget(String id, String by) {
        JsonNode event = events.get(id);
        if (event != null && event.path("pubkey").asString("").equals(by)) {
            events.remove(id);
        }
    }

    private static List<String> tags(JsonNode event, String name) {
        return StreamSupport.stream(event.path("tags").spliterator(), false)
                .filter(tag -> tag.path(0).asString("").equals(name))
                .map(tag -> tag.path(1).asString(""))
                .toList();
    }

    private List<List<Object>> told(JsonNode request) {
        String subscription = request.path(1).asString("");
        if (subscription.isEmpty() || request.size() < 3) {
            return List.of(List.of("CLOSED", subscription, "invalid: no filter"));
        }
        List<List<Object>> frames = new ArrayList<>();
        for (JsonNode event : events.values()) {
            for (int filter = 2; filter < request.size(); filter++) {
                if (fits(event, request.path(filter))) {
                    frames.add(List.of("EVENT", subscription, event));
                    break;
                }
            }
        }
        frames.add(List.of("EOSE", subscription));
        return frames;
    }

    private static boolean fits(JsonNode event, JsonNode filter) {
        long created = event.path("created_at").asLong();
        return isAmong(event.path("id"), filter.path("ids"))
                && isAmong(event.path("pubkey"), filter.path("authors"))
                && isAmong(event.path("kind"), filter.path("kinds"))
                && created >= filter.path("since").asLong(0)
                && created <= filter.path("until").asLong(Long.MAX_VALUE);
    }

    private static boolean isAmong(JsonNode value, JsonNode list) {
        return list.isMissingNode()
                || StreamSupport.stream(list.spliterator(), false).anyMatch(value::equals);
    }

    /** An event as it came, for a look at its tags. */
    public synchronized List<JsonNode> events() {
        return List.copyOf(events.values());
    }

    @Override
    public synchronized List<Shown> shown() {
        return events.values().stream()
                .filter(event -> event.path("kind").asInt() == NOTE)
                .map(event -> new Shown(
                        event.path("id").asString(""),
                        event.path("pubkey").asString(""),
                        event.path("content").asString(""),
                        before(event),
                        List.of()))
                .toList();
    }

    /** The note marked as answered; else the root (NIP-10). */
    private static String before(JsonNode event) {
        String root = "";
        for (JsonNode tag : event.path("tags")) {
            String marker = tag.path(3).asString("");
            if (marker.equals("reply")) {
                return tag.path(1).asString("");
            }
            if (marker.equals("root")) {
                root = tag.path(1).asString("");
            }
        }
        return root;
    }
}
