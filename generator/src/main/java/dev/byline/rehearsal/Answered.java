package dev.byline.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer.
 *
 * @param type the media type of the body
 */
public record Answered(int status, String type, Map<String, String> headers, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Answered {
        headers = Map.copyOf(headers);
    }

    static Answered json(int status, Object value) {
        return new Answered(status, "application/json; charset=utf-8", Map.of(), JSON.writeValueAsString(value));
    }

    static Answered text(int status, String body) {
        return new Answered(status, "text/plain; charset=utf-8", Map.of(), body);
    }

    /** The same, with another header. */
    Answered with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answered(status, type, more, body);
    }
}
