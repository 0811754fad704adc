package dev.byline.source;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Turns a file's bytes into text: UTF-8 only, without a byte order mark, with {@code \n} at the ends of lines.
 *
 * @param fingerprint of the bytes
 */
record FileText(String text, long fingerprint) {
    /** A piece of several megabytes is unusual but honest; beyond this a mistake is likelier than a text. */
    static final long MAX_BYTES = 16L * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** May stand in a text as well. */
    private static final char REPLACEMENT = '\uFFFD';

    static Optional<FileText> read(Path file, Place place, Diagnostics diagnostics) {
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                String hint = "a text file may have at most " + (MAX_BYTES >> 20) + " MB";
                diagnostics.error(place, "too large: " + (size >> 20) + " MB", hint);
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            return decode(bytes, place, diagnostics).map(text -> new FileText(normal(text), Fingerprint.of(bytes)));
        } catch (IOException unreadable) {
            diagnostics.error(place, "cannot be read: " + unreadable.getMessage(), "check the file's permissions");
            return Optional.empty();
        }
    }

    /** Java puts a mark in the place of what stands for nothing: where there is none, all was well. */
    private static Optional<String> decode(byte[] bytes, Place place, Diagnostics diagnostics) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? Optional.of(text) : strictly(bytes, place, diagnostics);
    }

    private static Optional<String> strictly(byte[] bytes, Place place, Diagnostics diagnostics) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(input, text, true);
        text.flip();
        if (result.isError()) {
            String before = normal(text.toString());
            Place at = TextPosition.at(before, before.length(), place.at(1, 1));
            String hex = String.format("%02X", bytes[input.position()]);
            diagnostics.error(
                    at, "not UTF-8: the byte 0x" + hex + " stands for nothing here", "save the file as UTF-8");
            return Optional.empty();
        }
        return Optional.of(text.toString());
    }

    private static String normal(String text) {
        String marked = text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
        return marked.indexOf('\r') < 0 ? marked : marked.replace("\r\n", "\n").replace('\r', '\n');
    }
}
