package dev.byline.intake;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer to a request.
 *
 * @param headers beside those that every answer has
 * @param body goes out as UTF-8
 */
record Reply(int status, String type, Map<String, String> headers, String body) {
    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply html(int status, String page) {
        return new Reply(status, "text/html; charset=utf-8", Map.of(), page);
    }

    static Reply text(int status, String line) {
        return new Reply(status, "text/plain; charset=utf-8", Map.of(), line + "\n");
    }

    /** Texts, numbers, lists and maps, as JSON. */
    static Reply json(int status, Map<String, ?> value) {
        return new Reply(
                status, "application/json", Map.of(), JsonMapper.shared().writeValueAsString(value));
    }

    static Reply seeOther(URI there) {
        return text(303, "see " + there).with("Location", there.toString());
    }

    static Reply notFound() {
        return text(404, "there is nothing here");
    }

    Reply with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, more, body);
    }
}
