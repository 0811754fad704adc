package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of former rounds. */
final class SeenTest {
    private static SortedMap<String, Map<String, String>> marks(int readings) {
        SortedMap<String, Map<String, String>> marks = new TreeMap<>();
        for (int i = 0; i < readings; i++) {
            marks.put(
                    "mastodon r" + (10_000 + i),
                    Map.of("https://a.example/" + i, "W/\"x\"", "https://b.example/" + i, "y"));
        }
        return marks;
    }

    @Test
    void it_is_read_as_it_was_written() {
        Seen seen = Seen.nothing().with("intake", "41").with("a", "1").with(marks(2));
        String yaml = new String(seen.yaml(), StandardCharsets.UTF_8);
        assertThat(yaml).isEqualTo("""
                cursors:
                  a: '1'
                  intake: '41'
                marks:
                  mastodon r10000:
                    https://a.example/0: W/"x"
                    https://b.example/0: y
                  mastodon r10001:
                    https://a.example/1: W/"x"
                    https://b.example/1: y
                """);
        assertThat(Seen.read(yaml)).isEqualTo(seen);
    }

    @Test
    void it_stays_within_a_size() {
        Seen seen = Seen.nothing().with(marks(5_000));
        assertThat(seen.marks()).hasSize(1_000).containsKey("mastodon r14999");
        assertThat(Seen.read(new String(seen.yaml(), StandardCharsets.UTF_8))).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "<<<<<<< HEAD",
                "cursors: 7\nmarks: [1, 2]",
                "marks: {a: b}",
                "a: &a [*a, *a]",
                "\u0000"
            })
    void what_cannot_be_understood_stands_for_nothing_heard(String text) {
        assertThat(Seen.read(text).cursors()).isEmpty();
    }
}
