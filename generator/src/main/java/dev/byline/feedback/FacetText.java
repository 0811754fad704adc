package dev.byline.feedback;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Entities;

/**
 * A text of Bluesky with its facets, as HTML: {@code "see here"} with a link over bytes 4..8 becomes {@code see <a
 * href="https://a.example/">here</a>}.
 *
 * <p>Facets are the word of a stranger: one that lies outside of the text, begins or ends within a character, or over
 * another one, or leads nowhere, is left out.
 *
 * @see <a href="https://docs.bsky.app/docs/advanced-guides/post-richtext">rich text, facets and byte offsets</a>
 */
final class FacetText {
    /** More facets are no text of a person. */
    private static final int MAX_FACETS = 1_000;

    private final byte[] bytes;
    private final List<Link> links = new ArrayList<>();

    private record Link(int start, int end, String address) {}

    FacetText(String text, List<JsonAnswer> facets) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Link> sensible = facets.stream()
                .limit(MAX_FACETS)
                .flatMap(facet -> link(facet).stream())
                .sorted(Comparator.comparingInt(Link::start).thenComparingInt(Link::end))
                .toList();
        int free = 0;
        for (Link link : sensible) {
            if (link.start >= free) {
                links.add(link);
                free = link.end;
            }
        }
    }

    private Optional<Link> link(JsonAnswer facet) {
        JsonAnswer start = facet.at("index", "byteStart");
        long from = start.count();
        long to = facet.count("index", "byteEnd");
        boolean inside = start.node().isIntegralNumber()
                && start.node().asLong(-1) >= 0
                && from < to
                && to <= bytes.length
                && isBoundary((int) from)
                && isBoundary((int) to);
        return inside
                ? facet.list("features").stream()
                        .flatMap(feature -> address(feature).stream())
                        .findFirst()
                        .map(address -> new Link((int) from, (int) to, address))
                : Optional.empty();
    }

    /** Bytes that continue a character are {@code 10xxxxxx}. */
    private boolean isBoundary(int offset) {
        return offset == bytes.length || (bytes[offset] & 0xC0) != 0x80;
    }

    private static Optional<String> address(JsonAnswer feature) {
        return switch (feature.text("$type")) {
            case "app.bsky.richtext.facet#link" -> feature.web("uri");
            case "app.bsky.richtext.facet#mention" ->
                Optional.of(feature.id("did")).filter(Bluesky::isDid).map(Bluesky::profile);
            case "app.bsky.richtext.facet#tag" ->
                Optional.of(feature.text("tag"))
                        .filter(tag -> !tag.isBlank())
                        .map(tag -> "https://bsky.app/hashtag/" + URLEncoder.encode(tag, StandardCharsets.UTF_8));
            default -> Optional.empty();
        };
    }

    /** Whether there is nothing but text. */
    boolean isPlain() {
        return links.isEmpty();
    }

    String html() {
        StringBuilder html = new StringBuilder("<p>");
        int at = 0;
        for (Link link : links) {
            html.append(escaped(at, link.start));
            html.append("<a href=\"").append(Entities.escape(link.address)).append("\">");
            html.append(escaped(link.start, link.end)).append("</a>");
            at = link.end;
        }
        return html.append(escaped(at, bytes.length)).append("</p>").toString();
    }

    private String escaped(int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return Entities.escape(text).replace("\r\n", "\n").replace("\n", "<br>");
    }
}
