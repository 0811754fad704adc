package dev.byline.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Conformance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What lies over a text on Bluesky, held against the cases of the reference implementation. */
final class BlueskyFacetsTest {
    private static final PostNetwork BLUESKY = Networks.postingById("bluesky").orElseThrow();

    /** The parts of a text: those with a facet have its target behind them. */
    private static List<List<String>> segments(String text, Facet.Kind... kinds) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<List<String>> parts = new ArrayList<>();
        int done = 0;
        for (Facet facet : BlueskyFacets.found(text)) {
            if (Arrays.asList(kinds).contains(facet.kind())) {
                Facet placed = facet.in(Unit.UTF_8, text);
                if (placed.start() > done) {
                    parts.add(List.of(utf8(bytes, done, placed.start())));
                }
                String target = facet.kind() == Facet.Kind.MENTION ? "did:fake:" + facet.target() : facet.target();
                parts.add(List.of(utf8(bytes, placed.start(), placed.end()), target));
                done = placed.end();
            }
        }
        if (done < bytes.length) {
            parts.add(List.of(utf8(bytes, done, bytes.length)));
        }
        return parts;
    }

    private static String utf8(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @Test
    void links_and_mentions_are_found_where_the_reference_finds_them() {
        List<String> wrong = new ArrayList<>();
        JsonNode cases = Conformance.json("atproto/richtext-detection.json").get("segments");
        for (JsonNode each : cases) {
            List<List<String>> expected = new ArrayList<>();
            each.get("segments").forEach(part -> {
                List<String> words = new ArrayList<>();
                part.forEach(word -> words.add(word.stringValue()));
                expected.add(words);
            });
            String text = each.get("text").stringValue();
            List<List<String>> found = segments(text, Facet.Kind.LINK, Facet.Kind.MENTION);
            if (!found.equals(expected)) {
                wrong.add(text + ": " + found + " instead of " + expected);
            }
        }
        System.out.println("AT Protocol, links and mentions: " + (cases.size() - wrong.size()) + " of " + cases.size()
                + " cases " + wrong);
        assertThat(wrong).isEmpty();
    }

    @Test
    void tags_are_found_where_the_reference_finds_them() {
        agrees("tags");
    }

    @Test
    void names_of_shares_are_tags_too() {
        agrees("cashtags");
    }

    private static void agrees(String section) {
        List<String> wrong = new ArrayList<>();
        JsonNode cases = Conformance.json("atproto/richtext-detection.json").get(section);
        for (JsonNode each : cases) {
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < each.get("tags").size(); i++) {
                JsonNode place = each.get("index").get(i);
                expected.add(each.get("tags").get(i).stringValue() + " "
                        + place.get("byteStart").intValue() + " "
                        + place.get("byteEnd").intValue());
            }
            String text = each.get("text").stringValue();
            List<String> found = BlueskyFacets.found(text).stream()
                    .filter(facet -> facet.kind() == Facet.Kind.TAG)
                    .map(facet -> facet.in(Unit.UTF_8, text))
                    .map(facet -> facet.target() + " " + facet.start() + " " + facet.end())
                    .toList();
            if (!found.equals(expected)) {
                wrong.add(text + ": " + found + " instead of " + expected);
            }
        }
        System.out.println("AT Protocol, " + section + ": " + (cases.size() - wrong.size()) + " of " + cases.size()
                + " cases " + wrong);
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_mention_is_one_only_where_the_network_knows_the_person() {
        String text = "👋 Grazie @giulia.byline.example und @nobody.example";
        Message message = BLUESKY.message(text, Map.of("@giulia.byline.example", "did:plc:g"));
        assertThat(message.text()).isEqualTo(text);
        assertThat(message.facets()).containsExactly(new Facet(Facet.Kind.MENTION, 12, 34, "did:plc:g"));
    }
}
