package dev.byline.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the fields of what was posted.
 *
 * @see <a href="https://url.spec.whatwg.org/#urlencoded-parsing">URL Standard: application/x-www-form-urlencoded</a>
 */
final class Form {
    private static final int MAX_FIELDS = 50;

    /** What browsers call themselves where they do not send UTF-8. */
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([\\w.:-]+)");

    private Form() {}

    /** Something that was posted, but cannot be read. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Unreadable(int status, String reason) {
            super(reason, null, false, false);
            this.status = status;
        }

        /** What HTTP calls it. */
        int status() {
            return status;
        }
    }

    /**
     * The fields by name. Of a field that is there twice the first counts.
     *
     * @throws Unreadable where the type is none of ours, or the bytes are no text in its charset
     */
    static Map<String, String> fields(Asked asked) throws Unreadable {
        String type = asked.header("Content-Type").orElse("");
        String media = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return switch (media) {
            case "application/x-www-form-urlencoded" -> urlEncoded(asked.body(), charset(type));
            case "application/json" -> json(asked.body().getBytes(StandardCharsets.ISO_8859_1));
            default ->
                throw new Unreadable(415, "send application/x-www-form-urlencoded or application/json, not " + media);
        };
    }

    private static Charset charset(String type) throws Unreadable {
        Matcher named = CHARSET.matcher(type);
        if (!named.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(named.group(1));
        } catch (IllegalArgumentException unknown) {
            throw new Unreadable(415, "an unknown charset; send UTF-8");
        }
    }

    /**
     * The fields of a form or of a query.
     *
     * @param raw each byte as one character: what is no ASCII is decoded with what is escaped
     */
    static Map<String, String> urlEncoded(String raw, Charset charset) throws Unreadable {
        Map<String, String> fields = new TreeMap<>();
        for (String pair : raw.split("&", MAX_FIELDS + 1)) {
            if (fields.size() == MAX_FIELDS) {
                throw new Unreadable(400, "more than " + MAX_FIELDS + " fields");
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            fields.putIfAbsent(decoded(name, charset), decoded(value, charset));
        }
        return fields;
    }

    private static String decoded(String raw, Charset charset) throws Unreadable {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%' && i + 2 < raw.length() && isHex(raw.charAt(i + 1)) && isHex(raw.charAt(i + 2))) {
                bytes.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new Unreadable(400, "this is no text in " + charset.name());
        }
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0;
    }

    private static Map<String, String> json(byte[] body) throws Unreadable {
        JsonNode node;
        try {
            node = JsonMapper.shared().readTree(body);
        } catch (JacksonException broken) {
            throw new Unreadable(400, "JSON that cannot be read");
        }
        if (node == null || !node.isObject() || node.size() > MAX_FIELDS) {
            throw new Unreadable(400, "no JSON object of a few fields");
        }
        Map<String, String> fields = new TreeMap<>();
        node.properties().forEach(field -> text(field.getValue()).ifPresent(text -> fields.put(field.getKey(), text)));
        return fields;
    }

    private static Optional<String> text(JsonNode value) {
        return value.isString() || value.isIntegralNumber() ? Optional.of(value.asString()) : Optional.empty();
    }
}
