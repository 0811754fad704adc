package dev.byline.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Conformance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What X finds in a text, held against the examples of twitter-text. */
final class XEntitiesTest {
    private static List<Map<?, ?>> cases(String section) {
        return cases("extract", section);
    }

    private static List<Map<?, ?>> cases(String file, String section) {
        Map<?, ?> tests =
                (Map<?, ?>) Conformance.yaml("twitter-text/" + file + ".yml").get("tests");
        return ((Collection<?>) tests.get(section))
                .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }

    private static void agrees(String section, Function<String, List<?>> ours) {
        Map<String, String> wrong = new LinkedHashMap<>();
        List<Map<?, ?>> cases = cases(section);
        for (Map<?, ?> each : cases) {
            List<?> found = ours.apply((String) each.get("text"));
            if (!found.equals(each.get("expected"))) {
                wrong.put(each.get("description").toString(), found + " instead of " + each.get("expected"));
            }
        }
        System.out.println("twitter-text, " + section + ": " + (cases.size() - wrong.size()) + " of " + cases.size()
                + " cases; not " + wrong);
        assertThat(wrong).isEmpty();
    }

    private static List<String> targets(List<Facet> facets) {
        return facets.stream().map(Facet::target).toList();
    }

    private static List<String> names(String text) {
        return XEntities.mentions(text).stream()
                .map(facet -> facet.target().replaceFirst("/.*", ""))
                .toList();
    }

    /** As the examples write them: a name or tag and its place in code points. */
    private static List<Map<String, Object>> placed(String key, String text, List<Facet> facets) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Facet facet : facets) {
            Facet placed = facet.in(Unit.CODE_POINTS, text);
            all.add(Map.of(key, facet.target(), "indices", List.of(placed.start(), placed.end())));
        }
        return all;
    }

    @Test
    void mentions_are_found() {
        agrees("mentions", XEntitiesTest::names);
    }

    @Test
    void mentions_have_their_place() {
        agrees("mentions_with_indices", text -> placed("screen_name", text, XEntities.mentions(text)));
    }

    @Test
    void lists_of_people_are_found_with_their_owner() {
        agrees("mentions_or_lists_with_indices", text -> {
            List<Map<String, Object>> all = new ArrayList<>();
            for (Facet facet : XEntities.mentions(text)) {
                Facet placed = facet.in(Unit.CODE_POINTS, text);
                int slash = facet.target().indexOf('/');
                all.add(Map.of(
                        "screen_name",
                        slash < 0 ? facet.target() : facet.target().substring(0, slash),
                        "list_slug",
                        slash < 0 ? "" : facet.target().substring(slash),
                        "indices",
                        List.of(placed.start(), placed.end())));
            }
            return all;
        });
    }

    @Test
    void a_hashtag_alone_is_one_or_none() {
        List<String> wrong = new ArrayList<>();
        List<Map<?, ?>> cases = cases("validate", "hashtags");
        for (Map<?, ?> each : cases) {
            String text = (String) each.get("text");
            boolean whole = tags(text).stream().anyMatch(tag -> tag.start() == 0 && tag.end() == text.length());
            if (whole != (boolean) each.get("expected")) {
                wrong.add(each.get("description").toString());
            }
        }
        System.out.println("twitter-text, validate hashtags: " + (cases.size() - wrong.size()) + " of " + cases.size()
                + " cases; not " + wrong);
        System.out.println(
                "twitter-text, what does not apply: autolink (Byline sends no HTML), cashtags and replies (it writes"
                        + " none), validate usernames, lists and urls (forms without a text around them), validate tweets and"
                        + " WeightedTweetsCounterTest (configurations 1 and 2)");
        assertThat(wrong).isEmpty();
    }

    @Test
    void links_are_found() {
        agrees("urls", text -> targets(XEntities.links(text)));
        agrees("tco_urls_with_params", text -> targets(XEntities.links(text)));
        agrees("urls_with_directional_markers", text -> placed("url", text, XEntities.links(text)));
    }

    @Test
    void links_have_their_place() {
        agrees("urls_with_indices", text -> placed("url", text, XEntities.links(text)));
    }

    @Test
    void hashtags_are_found() {
        agrees("hashtags", text -> targets(tags(text)));
        agrees("hashtags_from_astral", text -> targets(tags(text)));
    }

    @Test
    void hashtags_have_their_place() {
        agrees("hashtags_with_indices", text -> placed("hashtag", text, tags(text)));
    }

    private static List<Facet> tags(String text) {
        return XEntities.found(text).stream()
                .filter(facet -> facet.kind() == Facet.Kind.TAG)
                .toList();
    }
}
