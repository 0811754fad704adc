package dev.byline.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Conformance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Counting, held against the data of those who made the rules. */
final class CountingTest {
    private final PostNetwork x = Networks.postingById("x").orElseThrow();

    @Test
    void x_weighs_texts_as_the_networks_own_examples_say() {
        List<String> wrong = new ArrayList<>();
        // The section WeightedTweetsCounterTest is configuration 2, before emoji were discounted: it does not apply.
        List<Object> cases = cases("WeightedTweetsWithDiscountedEmojiCounterTest");
        cases.addAll(cases("UnicodeDirectionalMarkerCounterTest"));
        for (Object each : cases) {
            Map<?, ?> example = (Map<?, ?>) each;
            int expected = ((Number) ((Map<?, ?>) example.get("expected")).get("weightedLength")).intValue();
            int count = x.count((String) example.get("text"));
            if (count != expected) {
                wrong.add(example.get("description") + ": " + count + " instead of " + expected);
            }
        }
        System.out.println(
                "X weighted length: " + (cases.size() - wrong.size()) + " of " + cases.size() + " cases " + wrong);
        assertThat(wrong).isEmpty();
    }

    private static List<Object> cases(String section) {
        Map<?, ?> tests =
                (Map<?, ?>) Conformance.yaml("twitter-text/validate.yml").get("tests");
        List<Object> cases = new ArrayList<>();
        if (tests.get(section) instanceof List<?> list) {
            cases.addAll(list);
        }
        return cases;
    }

    @Test
    void graphemes_are_found_as_unicode_says() {
        List<String> lines = Conformance.lines("unicode/GraphemeBreakTest.txt");
        int agreed = 0;
        for (String line : lines) {
            String data = line.substring(0, line.indexOf('#') < 0 ? line.length() : line.indexOf('#'));
            List<String> expected = new ArrayList<>();
            for (String cluster : data.split("÷")) {
                String text = Pattern.compile("[0-9A-F]{4,6}")
                        .matcher(cluster)
                        .results()
                        .map(match -> Character.toString(Integer.parseInt(match.group(), 16)))
                        .reduce("", String::concat);
                if (!text.isEmpty()) {
                    expected.add(text);
                }
            }
            if (Graphemes.of(String.join("", expected)).equals(expected)) {
                agreed++;
            }
        }
        System.out.println("Grapheme clusters, Unicode 15.0, Java "
                + Runtime.version().feature() + ": " + agreed + " of " + lines.size() + " cases");
        assertThat(agreed).isGreaterThan(lines.size() * 98 / 100);
    }

    @Test
    void every_emoji_of_unicode_is_one_grapheme_and_counts_two_on_x() {
        int emoji = 0;
        List<String> wrong = new ArrayList<>();
        for (String line : Conformance.lines("unicode/emoji-test.txt")) {
            if (line.contains("; fully-qualified")) {
                String text = Pattern.compile("[0-9A-F]{4,6}")
                        .matcher(line.substring(0, line.indexOf(';')))
                        .results()
                        .map(match -> Character.toString(Integer.parseInt(match.group(), 16)))
                        .reduce("", String::concat);
                emoji++;
                if (Graphemes.count(text) != 1 || x.count(text) != 2) {
                    wrong.add(text + " " + Graphemes.count(text) + " " + x.count(text));
                }
            }
        }
        System.out.println("Emoji, Unicode 15.0: " + (emoji - wrong.size()) + " of " + emoji);
        assertThat(wrong).isEmpty();
    }
}
