package dev.byline.publish;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request carries.
 *
 * @param type its media type; empty where there is no body
 */
record Body(Optional<String> type, BodyPublisher content) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Body none() {
        return new Body(Optional.empty(), BodyPublishers.noBody());
    }

    static Body of(String type, byte[] content) {
        return new Body(Optional.of(type), BodyPublishers.ofByteArray(content));
    }

    static Body json(Map<String, ?> fields) {
        return of("application/json", JSON.writeValueAsBytes(fields));
    }

    static String asJson(Object fields) {
        return JSON.writeValueAsString(fields);
    }

    /** A form without files. */
    static Body form(Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return of("application/x-www-form-urlencoded", utf8(form));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * A form with a file.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578, multipart/form-data</a>
     */
    static Body form(Map<String, String> fields, List<FilePart> files) {
        List<byte[]> contents = new ArrayList<>();
        fields.values().forEach(value -> contents.add(value.getBytes(StandardCharsets.UTF_8)));
        files.forEach(file -> contents.add(file.content));
        String boundary = boundary(contents);
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        fields.forEach((name, value) -> {
            form.writeBytes(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n"
                    + "Content-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n"));
        });
        for (FilePart file : files) {
            form.writeBytes(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.field
                    + "\"; filename=\"" + file.name + "\"\r\nContent-Type: " + file.type + "\r\n\r\n"));
            form.writeBytes(file.content);
            form.writeBytes(utf8("\r\n"));
        }
        form.writeBytes(utf8("--" + boundary + "--\r\n"));
        return of("multipart/form-data; boundary=" + boundary, form.toByteArray());
    }

    /** A file of a form; its name on the disk is nobody's business. */
    static final class FilePart {
        private final String field;
        private final String name;
        private final String type;
        private final byte[] content;

        FilePart(String field, String name, String type, byte[] content) {
            this.field = field;
            this.name = name;
            this.type = type;
            this.content = content.clone();
        }
    }

    /** A line that none of the contents holds. */
    private static String boundary(List<byte[]> contents) {
        for (int i = 0; ; i++) {
            String boundary = "byline-form-" + i;
            String needle = latin1(boundary.getBytes(StandardCharsets.UTF_8));
            if (contents.stream().noneMatch(content -> latin1(content).contains(needle))) {
                return boundary;
            }
        }
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
