package dev.byline.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands out in a post to its reader's eye, on any network: an address, a mention, a hashtag.
 *
 * <p>{@code "Ask @giulia at https://a.example/."} has a mention from 4 to 11 and an address from 15 to 33.
 *
 * @param start where it begins, and {@code end} where it ends, in units of UTF-16
 */
public record Mark(Kind kind, int start, int end, String text) {
    /** What it is. */
    public enum Kind {
        LINK,
        MENTION,
        TAG
    }

    private static final Pattern ANY =
            Pattern.compile("(?<link>(?i:https?)://[^\\s<>\"«»\\u3000\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+)"
                    + "|(?<![\\p{L}\\p{M}\\p{N}_/@.])(?<mention>@[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.@-]*[\\p{L}\\p{N}_])?)"
                    + "|(?<![\\p{L}\\p{M}\\p{N}_/#&])(?<tag>[#＃][\\p{L}\\p{M}\\p{N}_·]*\\p{L}[\\p{L}\\p{M}\\p{N}_·]*)");

    /** All of a text, in order; they do not overlap. */
    public static List<Mark> in(String text) {
        List<Mark> marks = new ArrayList<>();
        Matcher found = ANY.matcher(text);
        while (found.find()) {
            Kind kind =
                    found.group("link") != null ? Kind.LINK : found.group("mention") != null ? Kind.MENTION : Kind.TAG;
            String marked = kind == Kind.LINK ? WebAddresses.trimmed(found.group()) : found.group();
            marks.add(new Mark(kind, found.start(), found.start() + marked.length(), marked));
        }
        return List.copyOf(marks);
    }
}
