package dev.byline.publish;

import dev.byline.network.Facet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Links, mentions and tags of a text as Bluesky's records name them: it links nothing by itself.
 *
 * <p>{@code "Read https://blog.example/a"} has a link over the bytes 5 to 27 of its UTF-8.
 *
 * @see <a href="https://docs.bsky.app/docs/advanced-guides/post-richtext">rich text, facets and byte offsets</a>
 */
final class Facets {
    private Facets() {}

    /**
     * Marks as facets.
     *
     * @param did finds who has a handle; a mention of nobody stays text
     */
    static List<Map<String, Object>> of(String text, List<Facet> marks, Function<String, Optional<String>> did) {
        List<Map<String, Object>> facets = new ArrayList<>();
        for (Facet mark : marks) {
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

    private static Optional<Map<String, String>> feature(Facet mark, Function<String, Optional<String>> did) {
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
}
