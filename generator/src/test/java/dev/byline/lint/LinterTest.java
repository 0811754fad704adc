package dev.byline.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Severity;
import dev.byline.site.Picture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule with a text that breaks it and one that does not, and all of them with texts that are hardly any. */
final class LinterTest {
    private static final String URL = Posts.URL;
    private static final String GOOD =
            "We kept 41 angry answers and went back to each of them. What was your best reply? #Feedback " + URL;

    private static List<String> rules(Post... posts) {
        return Posts.findings(posts).stream().map(Finding::rule).toList();
    }

    private static List<String> rules(String network, String text) {
        return rules(Posts.on(network, text));
    }

    @Test
    void a_text_by_a_person_with_a_question_and_a_link_breaks_no_rule() {
        for (String network : List.of("mastodon", "x", "bluesky", "linkedin")) {
            assertThat(rules(network, GOOD)).as(network).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n",
                "👨‍👩‍👧‍👦🇮🇹👍🏽",
                "\u200b\u200d\ufeff",
                "\u202e\u2066",
                "!!!",
                "@",
                "#",
                "https://",
                "@@@###",
                "\ud800",
                "(((((",
                "абвг",
                "αβγδ",
                "אבגד",
                "ابتث",
                "कखगघ",
                "กขคง",
                "日本語文字",
                "한국어",
                "ქართული",
                "አማርኛ",
                "հայ",
                "ខ្មែរ",
                "e\u0301\u0323",
                "*",
                "\\E\\Q["
            })
    void a_text_that_is_hardly_any_is_judged_without_a_fall(String text) {
        assertThat(rules("mastodon", text)).contains("link-only").doesNotContain("over-limit", "same-text");
    }

    @Property(tries = 500)
    void no_text_makes_the_linter_fall(@ForAll String text) {
        assertThatCode(() -> Posts.findings(Posts.on("x", text), Posts.by("byline", "x", text)))
                .doesNotThrowAnyException();
    }

    @Test
    void over_limit() {
        assertThat(rules("x", GOOD + " word".repeat(60))).contains("over-limit");
        assertThat(Posts.findings(Posts.on("x", "x".repeat(290))))
                .filteredOn(finding -> finding.rule().equals("over-limit"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.suggestion()).isEqualTo("shorten it by 10");
                });
    }

    @Test
    void link_only() {
        assertThat(rules("x", URL)).contains("link-only");
        assertThat(rules("x", "The title: " + URL)).contains("link-only");
        assertThat(rules("x", GOOD)).doesNotContain("link-only");
    }

    @Test
    void an_address_with_words_in_its_place_ends_before_them() {
        assertThat(PostText.of("New: <" + URL + "|How #to ask @whom>").marks())
                .extracting(mark -> mark.text())
                .containsExactly(URL, "#to", "@whom");
    }

    @Test
    void no_person() {
        assertThat(rules("x", "The survey of the year is out. Which one is yours? " + URL))
                .contains("no-person");
        assertThat(rules("x", "Giulia counted them all. Which one is yours? " + URL))
                .doesNotContain("no-person");
        assertThat(rules("x", "Counted by @somebody, one by one. Which is yours? " + URL))
                .doesNotContain("no-person");
        assertThat(rules("x", "A text without word or house of its own, muse. " + URL))
                .contains("no-person");
    }

    @Test
    void no_question() {
        assertThat(rules("x", "We kept 41 angry answers of a year. " + URL + "?a=b"))
                .contains("no-question");
        assertThat(rules("x", "We kept 41 angry answers of a year. Tell us yours. " + URL))
                .doesNotContain("no-question");
        assertThat(rules(Posts.in("ar", "كتبنا عن الإجابات التي وصلتنا. فما رأيك؟ " + URL)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, We built a game-changing tool and a wholesale one.",
        "it, Abbiamo scritto una guida imperdibile.",
        "de, Wir haben ein einzigartiges Werkzeug gebaut.",
        "fr, Nous avons écrit un guide incontournable.",
        "es, Hemos escrito una guía imperdible.",
        "ar, كتبنا دليلًا وهو عرض حصري لكم."
    })
    void advert_words_of_six_languages(String language, String text) {
        assertThat(rules(Posts.in(language, text))).containsOnlyOnce("advert-words");
    }

    @Test
    void advert_words_are_whole_words_however_their_accents_are_typed() {
        assertThat(rules("x", "We leave early. Hurrying is for others, revolution too. " + URL))
                .doesNotContain("advert-words");
        assertThat(rules(Posts.in("fr", "Nous avons un outil re\u0301volutionnaire.")))
                .contains("advert-words");
    }

    @Test
    void shouting() {
        assertThat(rules("x", "We did IT AGAIN TODAY. " + GOOD)).contains("shouting");
        assertThat(rules("x", "Мы пишем СЕНСАЦИЯ. " + GOOD)).contains("shouting");
        assertThat(rules("x", "We did it! Yes! " + GOOD)).contains("shouting");
        assertThat(rules("x", "We did it with HTML, as UNESCO does! I swear. " + GOOD))
                .doesNotContain("shouting");
    }

    @Test
    void hashtags_by_the_manners_of_the_network() {
        String three = GOOD + " #Two #Three";
        assertThat(rules("x", three)).contains("hashtag-stuffing");
        assertThat(rules("mastodon", three)).doesNotContain("hashtag-stuffing");
        String none = GOOD.replace("#Feedback ", "");
        assertThat(rules("mastodon", none)).contains("no-hashtag");
        assertThat(rules("bluesky", none)).doesNotContain("no-hashtag");
    }

    @Test
    void same_text_of_two_accounts_is_told_of_the_later_one() {
        Post one = Posts.by("byline", "x", GOOD);
        Post other = Posts.by("giulia-ferri", "bluesky", GOOD.replace("went", "came"));
        assertThat(Posts.findings(one, other))
                .filteredOn(finding -> finding.rule().equals("same-text"))
                .extracting(Finding::draft)
                .containsExactly(other.path());
        assertThat(rules(one, Posts.by("giulia-ferri", "x", "I counted them, and stopped at 41. And you? " + URL)))
                .doesNotContain("same-text");
        assertThat(SameText.shared(SameText.runs(PostText.of("日本語の文字です")), SameText.runs(PostText.of("日本語の文字です"))))
                .isEqualTo(1.0);
    }

    @Test
    void a_mention_that_is_somebody_elsewhere() {
        assertThat(rules("x", "Ask @giulia@social.example. " + GOOD)).contains("unknown-mention");
        assertThat(rules("x", "Ask @giulia-ferri. " + GOOD)).contains("unknown-mention");
        assertThat(rules("x", "Ask @giu_off_duty. " + GOOD)).contains("unknown-mention");
        assertThat(rules("mastodon", "Ask @giulia@social.example. " + GOOD)).doesNotContain("unknown-mention");
        assertThat(rules("x", "Ask @a_stranger. " + GOOD)).doesNotContain("unknown-mention");
    }

    @Test
    void a_link_to_the_piece_at_another_address() {
        for (String wrong : List.of(
                "http://blog.example/articles/a/",
                "https://blog.example/articles/a",
                "https://www.blog.example/articles/a/index.html",
                "https://blog.example/articles/a/?utm_source=x",
                "https://blog.example/old/")) {
            assertThat(rules("x", GOOD.replace(URL, wrong))).as(wrong).contains("not-canonical");
        }
        assertThat(rules("x", GOOD + " https://other.example/articles/a")).doesNotContain("not-canonical");
    }

    @Test
    void off_topic() {
        assertThat(rules(Posts.about(List.of("Cooking"), GOOD))).contains("off-topic");
        assertThat(rules(Posts.about(List.of("Cooking", "slow EDITING"), GOOD))).doesNotContain("off-topic");
        assertThat(rules(Posts.about(List.of(), GOOD))).doesNotContain("off-topic");
    }

    @Test
    void missing_alt() {
        assertThat(rules(Posts.with(new Picture("drum.jpg", " ", "", ""), GOOD)))
                .contains("missing-alt");
        assertThat(rules(Posts.with(new Picture("a/drum.jpg", "Drum", "", ""), GOOD)))
                .contains("missing-alt");
        assertThat(rules(Posts.with(new Picture("drum.jpg", "A drum roaster", "", ""), GOOD)))
                .doesNotContain("missing-alt");
    }

    @Test
    void too_soon_is_told_of_the_later_post() {
        Instant nine = Instant.parse("2026-05-01T09:00:00Z");
        Post late = Posts.at("b", nine.plusSeconds(3599), GOOD);
        assertThat(Posts.findings(late, Posts.at("a", nine, GOOD)))
                .filteredOn(finding -> finding.rule().equals("too-soon"))
                .extracting(Finding::draft)
                .containsExactly(late.path());
        assertThat(rules(Posts.at("a", nine, GOOD), Posts.at("b", nine.plusSeconds(3600), GOOD)))
                .doesNotContain("too-soon");
    }

    @Test
    void a_finding_in_a_taken_draft_has_its_line_and_column_in_code_points() {
        Post taken = Posts.taken(
                "Hello 👋🏽 e\u0301 we\n👋 are game-changing. Why? " + URL,
                Place.of("drafts/a.md").at(8, 1));
        assertThat(Posts.findings(taken))
                .filteredOn(finding -> finding.rule().equals("advert-words"))
                .extracting(finding -> finding.place().toString())
                .containsExactly("drafts/a.md:9:7");
        assertThat(Posts.findings(Posts.on("x", "game-changing")).get(0).place().file())
                .isEqualTo("articles/a.md");
    }

    @Test
    void a_rule_can_be_off_or_an_error() {
        Post post = Posts.on("x", URL);
        assertThat(Posts.findings(Map.of("link-only", Optional.empty()), post))
                .extracting(Finding::rule)
                .doesNotContain("link-only");
        assertThat(Posts.findings(Map.of("link-only", Optional.of(Severity.ERROR)), post))
                .filteredOn(finding -> finding.rule().equals("link-only"))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void words_of_the_site_are_added_and_taken_away(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
            throws Exception {
        java.nio.file.Path file = folder.resolve("lint/words_en.txt");
        java.nio.file.Files.createDirectories(file.getParent());
        java.nio.file.Files.writeString(file, "[adverts]\nartisanal\n-hurry\n[advert]\nx\n");
        Diagnostics diagnostics = new Diagnostics();
        Lexicon words = Lexicon.of("en", Optional.of(folder), diagnostics);
        assertThat(words.adverts().in("Our artisanal beans")).isTrue();
        assertThat(words.adverts().in("Hurry")).isFalse();
        assertThat(diagnostics.all())
                .singleElement()
                .hasToString(
                        "templates/lint/words_en.txt:4:1: error: unknown section \"advert\"; did you mean \"adverts\"?");
    }
}
