package dev.byline.check.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.site.FeedFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule is broken by the feed that is named for it, and by nothing else. */
final class FeedRulesTest {
    private static final Path FEEDS = Path.of("src/test/resources/fixtures/feeds");
    private static final String SERVED = "https://blog.example/";

    static Stream<String> rules() {
        return FeedRules.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_feed_that_is_named_for_a_rule_breaks_it_alone(String rule) {
        String file = rule.endsWith("json") || rule.startsWith("json-") ? rule + ".json" : rule + ".xml";
        assertThat(broken(read(file))).containsExactly(rule);
    }

    @Test
    void a_sound_feed_of_each_format_breaks_none() {
        for (String file : List.of("sound-rss.xml", "sound-atom.xml", "sound-json.json")) {
            assertThat(broken(read(file))).as(file).isEmpty();
        }
    }

    @Test
    void every_feed_among_the_examples_is_named_for_a_rule() throws IOException {
        try (Stream<Path> files = Files.list(FEEDS)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
                            .filter(name -> !name.startsWith("sound-")))
                    .containsExactlyInAnyOrderElementsOf(FeedRules.all().keySet());
        }
    }

    @Test
    void the_documentation_lists_every_rule_in_its_own_words() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        Pattern.compile("^\\| `([a-z-]+)` \\| ([^|]+) \\|$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("../docs/feeds.md")))
                .results()
                .forEach(row -> listed.put(row.group(1), row.group(2).replace("`", "")));
        assertThat(listed).isEqualTo(new TreeMap<>(FeedRules.all()));
    }

    @Test
    void what_is_cut_off_or_none_at_all_is_told_and_asks_for_no_file() {
        String sound = read("sound-rss.xml");
        assertThat(broken(sound.substring(0, sound.length() / 2))).containsExactly("feed-xml");
        assertThat(FeedRules.breaches(FeedFormat.RSS, SERVED, new byte[0]))
                .extracting(Breach::rule)
                .containsExactly("feed-xml");
        assertThat(FeedRules.breaches(FeedFormat.JSON, SERVED, new byte[0]))
                .extracting(Breach::rule)
                .containsExactly("feed-json");
        assertThat(FeedRules.breaches(FeedFormat.JSON, SERVED, "[]".getBytes(StandardCharsets.UTF_8)))
                .extracting(Breach::rule)
                .containsExactly("feed-json");
    }

    private static List<String> broken(String feed) {
        FeedFormat format =
                feed.startsWith("{") ? FeedFormat.JSON : feed.contains("<rss") ? FeedFormat.RSS : FeedFormat.ATOM;
        return FeedRules.breaches(format, SERVED + format.file(), feed.getBytes(StandardCharsets.UTF_8)).stream()
                .map(Breach::rule)
                .distinct()
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(FEEDS.resolve(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
