package dev.byline.feedback;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A piece of JSON that somebody else's server sent: whatever stands in it, reading it gives a text, a moment, a list, or
 * nothing, and never fails. Fields are named by the way that leads to them: {@code text("account", "display_name")}.
 */
record JsonAnswer(JsonNode node) {
    /** Longer texts are cut: twice what the most generous of networks allows (Lemmy: 50,000 for a post). */
    private static final int MAX_TEXT = 100_000;

    /** Longer words are no id. */
    private static final int MAX_ID = 1_000;

    private static final int MAX_ADDRESS = 2_000;

    /** A thread of Bluesky is asked for 1,000 answers deep, two levels of JSON each. */
    private static final int MAX_DEPTH = 3_000;

    /** The years that a file can tell, and that a network can mean. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(2_000_000)
                            .build())
                    .build())
            .build();

    /**
     * Reads an answer.
     *
     * @throws Halt if it is no JSON object or list
     */
    static JsonAnswer read(String body) throws Halt {
        try {
            JsonNode node = JSON.readTree(body);
            if (node.isObject() || node.isArray()) {
                return new JsonAnswer(node);
            }
        } catch (JacksonException notJson) {
            // Told below.
        }
        throw Halt.failed(body.strip().startsWith("<") ? "HTML came instead of JSON" : "JSON that cannot be read");
    }

    /** What a way of field names leads to. */
    JsonAnswer at(String... path) {
        JsonNode at = node;
        for (String field : path) {
            at = at.path(field);
        }
        return new JsonAnswer(at);
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isList() {
        return node.isArray();
    }

    /** The parts of a list; none where it is no list. */
    List<JsonAnswer> list(String... path) {
        List<JsonAnswer> parts = new ArrayList<>();
        JsonNode list = at(path).node;
        if (list.isArray()) {
            list.forEach(part -> parts.add(new JsonAnswer(part)));
        }
        return parts;
    }

    /** The parts of a list, or the one part that stands where a list could. */
    List<JsonAnswer> listOrOne(String... path) {
        JsonAnswer found = at(path);
        return found.isList()
                ? found.list()
                : found.node.isMissingNode() || found.node.isNull() ? List.of() : List.of(found);
    }

    /** A text or a whole number, cut where it is far too long; empty for anything else. */
    String text(String... path) {
        JsonNode value = at(path).node;
        String text = value.isString() ? value.stringValue() : value.isIntegralNumber() ? value.asString() : "";
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, end) + "…";
    }

    /** An opaque id; empty where there is none that could be one. */
    String id(String... path) {
        String id = text(path);
        return id.length() <= MAX_ID && !id.matches("(?s).*[\\p{Cntrl}\\s].*") ? id : "";
    }

    /** A whole number of something; 0 where there is none. */
    long count(String... path) {
        JsonNode value = at(path).node;
        return value.isIntegralNumber() && value.canConvertToLong() ? Math.max(0, value.longValue()) : 0;
    }

    boolean flag(String... path) {
        JsonNode value = at(path).node;
        return value.isBoolean() && value.booleanValue();
    }

    /** A moment as ISO 8601 has it; one without an offset is UTC. */
    Optional<Instant> instant(String... path) {
        String text = text(path);
        try {
            Instant moment = text.matches(".*(?:[Zz]|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            return Optional.of(moment).filter(JsonAnswer::canBeMeant);
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    /** A moment as seconds since 1970, with or without a fraction. */
    Optional<Instant> seconds(String... path) {
        JsonNode value = at(path).node;
        double seconds = value.isNumber() ? value.asDouble(0) : 0;
        return seconds > 0 && seconds <= LATEST.getEpochSecond()
                ? Optional.of(Instant.ofEpochSecond((long) seconds))
                : Optional.empty();
    }

    private static boolean canBeMeant(Instant moment) {
        return !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST);
    }

    /** The tag of a language. */
    Optional<Locale> language(String... path) {
        return languageOf(text(path));
    }

    static Optional<Locale> languageOf(String tag) {
        try {
            return tag.isEmpty() || tag.equals("und")
                    ? Optional.empty()
                    : Optional.of(new Locale.Builder().setLanguageTag(tag).build());
        } catch (IllformedLocaleException notATag) {
            return Optional.empty();
        }
    }

    /** An address that a browser can open. */
    Optional<String> web(String... path) {
        String url = text(path);
        return url.length() < MAX_ADDRESS && url.matches("(?i)https?://[^\\s<>\"]+")
                ? Optional.of(url)
                : Optional.empty();
    }

    /** An address that can be asked. */
    Optional<URI> address(String... path) {
        try {
            return web(path).map(URI::create).filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
