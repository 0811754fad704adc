package dev.byline.remote;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the bytes of an answer as text: by its mark, by what its header says, by what a page says of itself, else as
 * UTF-8. Bytes that are none of the text become the sign for that.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding">the order</a>
 */
final class Decoding {
    private static final Pattern PARAMETER = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([\\w.:-]{1,40})");

    private static final Pattern META = Pattern.compile("(?i)<meta[^>]{1,200}?charset\\s*=\\s*[\"']?([\\w.:-]{1,40})");

    /** A page says it within these (HTML, 4.2.5.4). */
    private static final int HEAD = 1024;

    private Decoding() {}

    static String text(byte[] bytes, String contentType) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        return new String(
                bytes, named(PARAMETER, contentType).or(() -> named(META, head)).orElse(StandardCharsets.UTF_8));
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        try {
            return found.find() ? Optional.of(Charset.forName(found.group(1))) : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
