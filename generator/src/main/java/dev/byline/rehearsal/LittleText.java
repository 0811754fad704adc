package dev.byline.rehearsal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a post on LinkedIn, as people see it.
 *
 * <p>A backslash takes its meaning from the character behind it. A character with a meaning, where nothing follows that
 * it could mean, ends the post there, and nobody is told.
 *
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format">
 *     little text format</a>
 */
final class LittleText {
    private static final Pattern TOKEN = Pattern.compile("\\\\[\\\\|{}@\\[\\]()<>#*_~]"
            + "|@\\[(?<name>(?:[^\\]\\\\]|\\\\.)*+)\\]\\(urn:[^)]*\\)"
            + "|\\{hashtag\\|\\\\?#\\|(?<long>[^}]+)\\}"
            + "|#[\\p{L}\\p{N}]+"
            + "|[^\\\\|{}@\\[\\]()<>#*_~]");

    private LittleText() {}

    static String of(String commentary) {
        StringBuilder text = new StringBuilder();
        Matcher token = TOKEN.matcher(commentary);
        while (token.lookingAt()) {
            text.append(shown(token));
            token.region(token.end(), commentary.length());
        }
        return text.toString();
    }

    private static String shown(Matcher token) {
        if (token.group("long") != null) {
            return "#" + token.group("long");
        }
        return token.group("name") != null
                ? token.group("name").replaceAll("\\\\(.)", "$1")
                : token.group().replaceFirst("^\\\\", "");
    }
}
