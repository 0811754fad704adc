package dev.byline.publish;

import dev.byline.publish.Outgoing.Mark;
import dev.byline.publish.Outgoing.Mark.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is a link, a mention or a tag in a text on Bluesky, which links nothing by itself.
 *
 * <p>{@code "Read https://blog.example/a"} has a link over the bytes 5 to 27 of its UTF-8.
 *
 * @see <a href="https://docs.bsky.app/docs/advanced-guides/post-richtext">rich text, facets and byte offsets</a>
 */
final class Facets {
    private static final Pattern LINK = Pattern.compile("(?<=^|[\\s(\\[{\"'«“‘])https?://[^\\s<>\"»”]+");
    private static final Pattern MENTION = Pattern.compile(
            "(?<=^|[\\s(\\[{])@((?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z][a-zA-Z0-9-]*)");
    private static final Pattern TAG = Pattern.compile("(?<=^|\\s)[#＃]([^\\s#＃]*[^\\d\\s\\p{P}][^\\s#＃]*)");

    /** {@code app.bsky.richtext.facet#tag}: at most 64 graphemes. */
    private static final int MAX_TAG = 64;

    private Facets() {}

    /** What is found in a text, in its order. */
    static List<Mark> found(String text) {
        List<Mark> marks = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String uri = trimmed(link.group());
            marks.add(new Mark(Kind.LINK, link.start(), link.start() + uri.length(), uri));
        }
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            marks.add(new Mark(Kind.MENTION, mention.start(), mention.end(), mention.group(1)));
        }
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            String word = tag.group(1).replaceAll("[\\p{P}&&[^_]]+$", "");
            if (!word.isEmpty() && word.codePointCount(0, word.length()) <= MAX_TAG) {
                marks.add(new Mark(Kind.TAG, tag.start(), tag.start(1) + word.length(), word));
            }
        }
        marks.sort(Comparator.comparingInt(Mark::start));
        return marks;
    }

    /**
     * Marks as facets.
     *
     * @param did finds who has a handle; a mention of nobody stays text
     */
    static List<Map<String, Object>> of(String text, List<Mark> marks, Function<String, Optional<String>> did) {
        List<Map<String, Object>> facets = new ArrayList<>();
        for (Mark mark : marks) {
            feature(mark, did)
                    .ifPresent(feature -> facets.add(Map.of(
                            "index",
                            Map.of(
                                    "byteStart", bytes(text.substring(0, mark.start())),
                                    "byteEnd", bytes(text.substring(0, mark.end()))),
                            "features",
                            List.of(feature))));
        }
        return facets;
    }

    private static Optional<Map<String, String>> feature(Mark mark, Function<String, Optional<String>> did) {
        return switch (mark.kind()) {
            case LINK -> Optional.of(Map.of("$type", "app.bsky.richtext.facet#link", "uri", mark.target()));
            case TAG -> Optional.of(Map.of("$type", "app.bsky.richtext.facet#tag", "tag", mark.target()));
            case MENTION ->
                did.apply(mark.target()).map(who -> Map.of("$type", "app.bsky.richtext.facet#mention", "did", who));
            default -> Optional.empty();
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** An address without what stands behind it: a full stop, and a bracket that it does not open. */
    private static String trimmed(String address) {
        String trimmed = address.replaceAll("[.,;:!?'’…]+$", "");
        return trimmed.endsWith(")") && !trimmed.contains("(") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    }
}
