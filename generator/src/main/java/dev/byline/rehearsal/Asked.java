package dev.byline.rehearsal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A request.
 *
 * @param number how many came before it on this server, and it
 * @param headers by name in lower case
 * @param body as Latin-1: a character a byte
 */
public record Asked(int number, String method, String path, String query, Map<String, String> headers, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    String text() {
        return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The body as JSON; missing where it is none. */
    JsonNode json() {
        return parsed(text());
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** A field of the query; empty where there is none. */
    String query(String name) {
        return fields(query).getOrDefault(name, "");
    }

    /** A field of a form without files; empty where there is none, or no such form. */
    String field(String name) {
        return fields().getOrDefault(name, "");
    }

    /** The fields of a form without files; empty where the body is none. */
    Map<String, String> fields() {
        return header("Content-Type").startsWith("application/x-www-form-urlencoded") ? fields(body) : Map.of();
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : form.split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /**
     * A part of a form.
     *
     * @param fileName empty where it is no file
     * @param content as Latin-1, a character a byte
     */
    record FormPart(String fileName, String type, String content) {
        String text() {
            return new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    /** The parts of a form by name; empty where the body is none (RFC 7578). */
    Map<String, FormPart> form() {
        Map<String, FormPart> parts = new LinkedHashMap<>();
        Optional<String> boundary = attribute(header("Content-Type"), "boundary");
        if (boundary.isEmpty() || !header("Content-Type").startsWith("multipart/form-data")) {
            return parts;
        }
        String all = "\r\n" + body;
        for (String part : all.split(java.util.regex.Pattern.quote("\r\n--" + boundary.get()))) {
            int blank = part.indexOf("\r\n\r\n");
            if (blank < 0) {
                continue;
            }
            String head = part.substring(0, blank);
            attribute(head, "name")
                    .ifPresent(name -> parts.put(
                            name,
                            new FormPart(
                                    attribute(head, "filename").orElse(""),
                                    head.replaceFirst("(?is).*content-type:\\s*([^\\s;]+).*", "$1"),
                                    part.substring(blank + 4))));
        }
        return parts;
    }

    private static Optional<String> attribute(String header, String name) {
        java.util.regex.Matcher found = java.util.regex.Pattern.compile("\\b" + name + "=\"?([^\";\\r\\n]+)\"?")
                .matcher(header);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
