package dev.byline.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    /**
     * The facets of a text, in its order.
     *
     * @param did finds who has a handle; a mention of nobody stays text
     */
    static List<Map<String, Object>> of(String text, Function<String, Optional<String>> did) {
        List<Map<String, Object>> facets = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            int end = link.start() + trimmed(link.group()).length();
            String uri = text.substring(link.start(), end);
            facets.add(facet(text, link.start(), end, Map.of("$type", "app.bsky.richtext.facet#link", "uri", uri)));
        }
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            int start = mention.start();
            int end = mention.end();
            did.apply(mention.group(1))
                    .ifPresent(who -> facets.add(
                            facet(text, start, end, Map.of("$type", "app.bsky.richtext.facet#mention", "did", who))));
        }
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            String word = tag.group(1).replaceAll("[\\p{P}&&[^_]]+$", "");
            if (!word.isEmpty() && word.codePointCount(0, word.length()) <= MAX_TAG) {
                int end = tag.start(1) + word.length();
                facets.add(facet(text, tag.start(), end, Map.of("$type", "app.bsky.richtext.facet#tag", "tag", word)));
            }
        }
        facets.sort((a, b) -> Integer.compare(start(a), start(b)));
        return facets;
    }

    private static int start(Map<String, Object> facet) {
        return (Integer) ((Map<?, ?>) facet.get("index")).get("byteStart");
    }

    private static Map<String, Object> facet(String text, int start, int end, Map<String, String> feature) {
        return Map.of(
                "index",
                Map.of("byteStart", bytes(text.substring(0, start)), "byteEnd", bytes(text.substring(0, end))),
                "features",
                List.of(feature));
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
