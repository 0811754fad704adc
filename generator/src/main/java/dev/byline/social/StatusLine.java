package dev.byline.social;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a taken draft says how far it has come. Changes that word and no other byte: the file is a person's.
 *
 * <p>The bytes are read as Latin-1, in which every byte is one character, so that whatever they stand for comes out as it
 * went in.
 */
public final class StatusLine {
    private static final String APPROVED = "approved";

    /** Front matter in YAML or TOML: between two equal lines, the first of them the file's first. */
    private static final Pattern FRONT_MATTER = Pattern.compile(
            "\\A(?:\\u00ef\\u00bb\\u00bf)?(---|\\+\\+\\+)[ \\t]*(\\r\\n|\\n|\\r)(.*?)(?<=[\\n\\r])\\1[ \\t]*(?=[\\r\\n]|\\z)",
            Pattern.DOTALL);

    private static final Pattern STATUS = Pattern.compile(
            "(?:^|(?<=\\r))(?:\"status\"|'status'|status)[ \\t]*[:=][ \\t]*(?:([\"'])(\\w*)\\1|(\\w*))(?=[ \\t]*(?:#[^\\r\\n]*)?(?:[\\r\\n]|\\z))",
            Pattern.MULTILINE);

    private static final Pattern ELSEWHERE = Pattern.compile("\\bstatus[\"']?[ \\t]*[:=]");

    private StatusLine() {}

    /**
     * The file of a draft, approved.
     *
     * @return empty where its status cannot be told apart from the rest
     */
    public static Optional<byte[]> approved(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        Matcher front = FRONT_MATTER.matcher(text);
        if (!front.find()) {
            return Optional.empty();
        }
        Matcher status = STATUS.matcher(text).region(front.start(3), front.end(3));
        if (status.find()) {
            int group = status.group(2) != null ? 2 : 3;
            String word = status.group(group).isEmpty() ? " " + APPROVED : APPROVED;
            return Optional.of(spliced(text, status.start(group), status.end(group), word));
        }
        if (ELSEWHERE.matcher(front.group(3)).find()) {
            // Somewhere, but not where it can be changed without reading the file as its writer did not mean it.
            return Optional.empty();
        }
        String line = front.group(1).equals("---") ? "status: " + APPROVED : "status = \"" + APPROVED + "\"";
        return Optional.of(spliced(text, front.end(3), front.end(3), line + front.group(2)));
    }

    private static byte[] spliced(String text, int start, int end, String word) {
        return (text.substring(0, start) + word + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
