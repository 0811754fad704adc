package dev.byline.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Conformance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each network takes for a handle, and how each counts. */
final class NetworksTest {
    private static Network network(String id) {
        return Networks.byId(id).orElseThrow();
    }

    private static PostNetwork posting(String id) {
        return Networks.postingById(id).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "mastodon, @giulia@social.example, @giulia@social.example, https://social.example/@giulia",
        "mastodon, giulia@Social.Example, @giulia@social.example, https://social.example/@giulia",
        "mastodon, https://social.example/@giulia, @giulia@social.example, https://social.example/@giulia",
        "bluesky, giulia.example.com, @giulia.example.com, https://bsky.app/profile/giulia.example.com",
        "bluesky, @Giulia.Example.com, @giulia.example.com, https://bsky.app/profile/giulia.example.com",
        "bluesky, https://bsky.app/profile/giulia.example.com, @giulia.example.com, https://bsky.app/profile/giulia.example.com",
        "x, giulia_f, @giulia_f, https://x.com/giulia_f",
        "x, https://twitter.com/giulia_f, @giulia_f, https://x.com/giulia_f",
        "linkedin, in/giulia-ferri, in/giulia-ferri, https://www.linkedin.com/in/giulia-ferri",
        "linkedin, https://www.linkedin.com/in/giulia-ferri/, in/giulia-ferri, https://www.linkedin.com/in/giulia-ferri",
        "linkedin, giulia-ferri, in/giulia-ferri, https://www.linkedin.com/in/giulia-ferri",
        "linkedin, company/acme, company/acme, https://www.linkedin.com/company/acme",
        "github, @giulia, giulia, https://github.com/giulia",
        "github, https://github.com/giulia, giulia, https://github.com/giulia",
        "matrix, @giulia:example.org, @giulia:example.org, https://matrix.to/#/@giulia:example.org",
        "orcid, 0000-0002-1825-0097, 0000-0002-1825-0097, https://orcid.org/0000-0002-1825-0097",
        "pixelfed, @giulia@pix.example, @giulia@pix.example, https://pix.example/giulia",
        "website, https://giulia.example.com/, giulia.example.com, https://giulia.example.com/",
    })
    void a_handle_has_one_normal_form_however_it_is_written(String id, String written, String name, String profile) {
        assertThat(network(id).read(written)).isInstanceOfSatisfying(Network.Reading.Valid.class, valid -> {
            assertThat(valid.name()).isEqualTo(name);
            assertThat(valid.profile()).hasValue(profile);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "mastodon, @giulia, has no host",
        "mastodon, @giulia@localhost, cannot be one",
        "mastodon, @giù@social.example, cannot be one",
        "bluesky, giulia, is no domain",
        "bluesky, -giulia.example.com, is no domain",
        "x, sixteen_letters_, has 16 characters",
        "x, giulia-f, cannot be one",
        "linkedin, pub/giulia, is neither a person nor a company",
        "github, giulia--ferri, cannot be one",
        "github, 'giulia ferri', holds a space",
        "matrix, giulia, has no host",
        "website, javascript:alert(1), is no web address",
        "website, https://user:pw@giulia.example/, is no web address",
    })
    void what_is_no_handle_is_refused_with_the_reason(String id, String written, String reason) {
        assertThat(network(id).read(written)).isInstanceOfSatisfying(Network.Reading.Invalid.class, invalid -> {
            assertThat(invalid.reason()).isEqualTo(reason);
            assertThat(invalid.hint()).isNotBlank();
        });
    }

    @Test
    void a_handle_with_a_newline_is_refused_by_every_network() {
        assertThat(Networks.all())
                .allSatisfy(network -> assertThat(network.read("@giu\nlia@social.example"))
                        .isInstanceOf(Network.Reading.Invalid.class));
    }

    @Test
    void every_naughty_string_is_read_or_refused_by_every_network_and_never_keeps_a_control_character() {
        Conformance.json("naughty-strings/blns.json")
                .forEach(text -> Networks.all().forEach(network -> {
                    if (network.read(text.stringValue()) instanceof Network.Reading.Valid valid) {
                        assertThat(valid.name()).matches("[^\\p{Cntrl}\\s<>\"]+");
                    }
                }));
    }

    @Test
    void bluesky_takes_the_handles_that_the_protocol_takes() {
        List<String> wrong = new ArrayList<>();
        List<String> valid = Conformance.lines("atproto/syntax/handle_syntax_valid.txt");
        List<String> invalid = Conformance.lines("atproto/syntax/handle_syntax_invalid.txt");
        // We take a leading @ and surrounding forms that people write: those lines are about the bare syntax.
        List<String> lenient = invalid.stream()
                .filter(line -> line.startsWith("@") || line.startsWith("https:"))
                .toList();
        valid.stream()
                .filter(handle -> network("bluesky").read(handle) instanceof Network.Reading.Invalid)
                .forEach(wrong::add);
        invalid.stream()
                .filter(handle -> !lenient.contains(handle))
                .filter(handle -> network("bluesky").read(handle) instanceof Network.Reading.Valid)
                .forEach(wrong::add);
        System.out.println("AT Protocol handles: " + (valid.size() + invalid.size() - lenient.size()) + " cases, "
                + lenient.size() + " that do not apply " + lenient);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | Hello | 5",
                "x | 'Ciao https://blog.example/a-very-long-address/that-goes-on-and-on/' | 28",
                "x | 'Ciao https://blog.example/a.' | 29",
                "x | 'see example.com now' | 31",
                "x | 日本 | 4",
                "x | 👨‍👩‍👧‍👦 | 2",
                "x | 🇮🇹 | 2",
                "x | 👍🏽 | 2",
                "x | 1️⃣ | 2",
                "x | e\u0301 | 1",
                "mastodon | Hello | 5",
                "mastodon | 'Ciao https://blog.example/a-very-long-address/that-goes-on-and-on/' | 28",
                "mastodon | 'see example.com now' | 19",
                "mastodon | 'Grazie @giulia@social.example!' | 15",
                "mastodon | 👨‍👩‍👧‍👦 | 1",
                "mastodon | e\u0301 | 1",
                "bluesky | 'Ciao https://blog.example/a' | 27",
                "bluesky | 👨‍👩‍👧‍👦 | 1",
                "linkedin | 👍 | 2",
            })
    void a_text_counts_what_its_network_says(String id, String text, int count) {
        assertThat(posting(id).count(text)).isEqualTo(count);
    }

    @Test
    void bluesky_refuses_three_hundred_graphemes_that_are_too_many_bytes() {
        String family = "👨‍👩‍👧‍👦";
        assertThat(posting("bluesky").count(family.repeat(130))).isEqualTo(130);
        assertThat(posting("bluesky").fits(family.repeat(130))).isFalse();
        assertThat(posting("bluesky").fits(family.repeat(120))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "slow roasting, #SlowRoasting",
        "Company blogs, #CompanyBlogs",
        "Alt text, #AltText",
        "AI, #AI",
        "Perché no?, #PerchéNo",
        "C++, #C",
        "日本語, #日本語",
    })
    void a_term_becomes_one_word_in_camel_case(String term, String hashtag) {
        Set<String> inLowerCase = Set.of("nostr");
        Set<String> without = Set.of("reddit", "lemmy", "slack", "discord", "teams");
        assertThat(Networks.posting())
                .filteredOn(network -> !without.contains(network.id()))
                .allSatisfy(network -> assertThat(network.hashtag(term))
                        .hasValue(inLowerCase.contains(network.id()) ? hashtag.toLowerCase(Locale.ROOT) : hashtag));
        assertThat(without)
                .allSatisfy(id -> assertThat(posting(id).hashtag(term)).isEmpty());
    }

    @Test
    void digits_and_marks_alone_make_no_hashtag() {
        assertThat(posting("mastodon").hashtag("2026")).isEmpty();
        assertThat(posting("mastodon").hashtag("!?")).isEmpty();
    }

    @Test
    void an_answer_mentions_the_person_and_the_piece_in_the_readers_compose_page() {
        assertThat(posting("mastodon")
                        .answerLink("@giulia@social.example", "I see it differently:", "https://b.example/a/"))
                .hasValue("https://social.example/share?text=%40giulia%40social.example%20I%20see%20it%20differently%3A"
                        + "%0A%0Ahttps%3A%2F%2Fb.example%2Fa%2F");
        assertThat(posting("x").answerLink("@giulia", "Thanks & more", "https://b.example/a/"))
                .hasValue(
                        "https://x.com/intent/post?text=%40giulia%20Thanks%20%26%20more&url=https%3A%2F%2Fb.example%2Fa%2F");
    }

    @Test
    void x_weighs_texts_as_the_networks_own_examples_say() {
        List<String> wrong = new ArrayList<>();
        // The section WeightedTweetsCounterTest is configuration 2, before emoji were discounted: it does not apply.
        List<Object> cases = cases("WeightedTweetsWithDiscountedEmojiCounterTest");
        cases.addAll(cases("UnicodeDirectionalMarkerCounterTest"));
        for (Object each : cases) {
            Map<?, ?> example = (Map<?, ?>) each;
            int expected = ((Number) ((Map<?, ?>) example.get("expected")).get("weightedLength")).intValue();
            int count = posting("x").count((String) example.get("text"));
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
                if (Graphemes.count(text) != 1 || posting("x").count(text) != 2) {
                    wrong.add(text + " " + Graphemes.count(text) + " "
                            + posting("x").count(text));
                }
            }
        }
        System.out.println("Emoji, Unicode 15.0: " + (emoji - wrong.size()) + " of " + emoji);
        assertThat(wrong).isEmpty();
    }
}
