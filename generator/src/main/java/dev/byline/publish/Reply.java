package dev.byline.publish;

import dev.byline.remote.Pacing;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a server answered, with secrets taken out of every text.
 *
 * @param json missing where the answer is no JSON
 */
record Reply(int status, HttpHeaders headers, String body, JsonNode json, Redactor redactor) {
    /** A server that gives no sensible wait is asked again after this. */
    private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    private static final int MAX_TEXT = 4_000;
    private static final int MAX_REASON = 160;

    boolean succeeded() {
        return status / 100 == 2;
    }

    /** The text, or the whole number, at a path of field names; empty where there is none, or one of unreasonable length. */
    String text(String... path) {
        JsonNode node = json;
        for (String field : path) {
            node = node.path(field);
        }
        return text(node);
    }

    String text(JsonNode node) {
        String text = node.isString() ? node.stringValue() : node.isIntegralNumber() ? node.asString() : "";
        return text.length() > MAX_TEXT ? "" : redactor.clean(text);
    }

    /** A web address at a path of field names. */
    Optional<String> address(String... path) {
        return Optional.of(text(path)).filter(url -> url.matches("(?i)https?://[^\\s<>\"]{1,1000}"));
    }

    /** An id at a path of field names: opaque, but in one line, printable and short; empty where there is none. */
    String id(String... path) {
        String id = text(path);
        return id.matches("[\\x21-\\x7e]{1,300}") ? id : "";
    }

    /** What the server says about an error, in one line. */
    String reason(String said) {
        String words = said.isBlank() ? kind() : said;
        String line = redactor.clean(words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
        String cut = line.length() > MAX_REASON ? redactor.clean(line.substring(0, MAX_REASON) + "...") : line;
        return status + ": " + cut;
    }

    private String kind() {
        String start = body.strip();
        if (start.isEmpty()) {
            return "an empty answer";
        }
        if (start.startsWith("<")) {
            return "HTML came instead of JSON";
        }
        return json.isMissingNode() ? "an answer that cannot be read" : "an answer that says nothing of use";
    }

    /**
     * How long the server wants to be left alone.
     *
     * @param resetHeaders those that tell when a limit ends
     */
    Duration pause(String... resetHeaders) {
        return Pacing.pause(headers, resetHeaders).orElse(USUAL_WAIT);
    }
}
