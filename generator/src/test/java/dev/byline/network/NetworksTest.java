package dev.byline.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Conformance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        "pixelfed, https://pix.example/giulia, @giulia@pix.example, https://pix.example/giulia",
        "akkoma, giulia@akko.example, @giulia@akko.example, https://akko.example/giulia",
        "gotosocial, @giulia@gts.example, @giulia@gts.example, https://gts.example/@giulia",
        "threads, giulia.ferri, @giulia.ferri, https://www.threads.net/@giulia.ferri",
        "threads, https://www.threads.net/@giulia.ferri, @giulia.ferri, https://www.threads.net/@giulia.ferri",
        "instagram, @giulia, @giulia, https://www.instagram.com/giulia/",
        "facebook, giulia.ferri, giulia.ferri, https://www.facebook.com/giulia.ferri",
        "telegram, https://t.me/byline_blog, @byline_blog, https://t.me/byline_blog",
        "reddit, giulia, u/giulia, https://www.reddit.com/user/giulia",
        "reddit, /u/giulia, u/giulia, https://www.reddit.com/user/giulia",
        "reddit, https://www.reddit.com/user/giulia/, u/giulia, https://www.reddit.com/user/giulia",
        "reddit, r/roasting, r/roasting, https://www.reddit.com/r/roasting",
        "lemmy, @giulia@lemmy.example, @giulia@lemmy.example, https://lemmy.example/u/giulia",
        "lemmy, !roasting@lemmy.example, !roasting@lemmy.example, https://lemmy.example/c/roasting",
        "lemmy, https://lemmy.example/c/roasting, !roasting@lemmy.example, https://lemmy.example/c/roasting",
        "nostr, npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg, npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg, https://njump.me/npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg",
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
        "nostr, npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptx, has a wrong letter",
        "nostr, giulia, cannot be one",
        "reddit, q/giulia, cannot be one",
        "lemmy, giulia, has no host",
        "lemmy, !Roasting@lemmy.example, cannot be one",
        "slack, https://hooks.slack.com/services/T0/B0/secret, is an address",
        "discord, a channel, holds a space",
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

    /** A family of four is 7 code points, 11 units of UTF-16 and 25 bytes of UTF-8. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threads | Ciao 👨‍👩‍👧‍👦 | 30",
                "threads | '日本 1️⃣' | 10",
                "threads | 'Ciao https://b.example/a' | 24",
                "facebook | 👨‍👩‍👧‍👦 | 11",
                "instagram | 👨‍👩‍👧‍👦 | 11",
                "telegram | '<b>Ciao</b> 👍' | 7",
                "telegram | 'a &lt; b &amp; c' | 9",
                "telegram | '<a href=\"https://b.example/a\">qui</a>' | 3",
                "telegram | 'a < b <script>' | 14",
                "akkoma | 👨‍👩‍👧‍👦 | 1",
                "akkoma | 'Ciao @giulia@social.example' | 27",
                "gotosocial | 👨‍👩‍👧‍👦 | 7",
                "gotosocial | 'Ciao https://b.example/a' | 24",
                "pixelfed | 👍🏽 | 2",
                "nostr | 👍🏽 | 2",
                "slack | 'a &amp; b' | 9",
                "discord | 👍 | 2",
                "teams | 'è \"qui\"' | 10",
                "x | 'www.example.com/a?b=c#d, bene' | 29",
                "x | 'che.cosa è, e fine.Poi' | 22",
            })
    void a_text_counts_on_the_newer_networks_what_they_say(String id, String text, int count) {
        assertThat(posting(id).count(text)).isEqualTo(count);
    }

    @Test
    void the_first_line_of_a_draft_is_the_title_where_posts_have_one() {
        assertThat(posting("reddit").count("A title\n\nText.")).isEqualTo(5);
        assertThat(posting("reddit").fits("t".repeat(300) + "\n\nText.")).isTrue();
        assertThat(posting("reddit").fits("t".repeat(301) + "\n\nText.")).isFalse();
        assertThat(posting("lemmy").fits("ab\n\nText.")).isFalse();
        assertThat(posting("lemmy").fits("t".repeat(201))).isFalse();
        assertThat(posting("lemmy").message("A title\n\nText *so*.", Map.of()))
                .isEqualTo(new Message(Optional.of("A title"), "Text *so*.", List.of()));
    }

    @Test
    void threads_takes_five_different_links_and_no_more() {
        String five =
                "https://b.example/1 https://b.example/2 https://b.example/3 https://b.example/4 https://b.example/5";
        assertThat(posting("threads").fits(five + " https://b.example/1")).isTrue();
        assertThat(posting("threads").fits(five + " https://b.example/6")).isFalse();
    }

    @Test
    void instagram_takes_thirty_hashtags_and_twenty_mentions() {
        assertThat(posting("instagram").fits("#tag ".repeat(30))).isTrue();
        assertThat(posting("instagram").fits("#tag ".repeat(31))).isFalse();
        assertThat(posting("instagram").fits("@giulia ".repeat(21))).isFalse();
    }

    @Test
    void an_account_has_the_limit_of_its_server_where_servers_differ() {
        assertThat(Networks.posting().stream()
                        .filter(n -> n.allowing(Allowance.USUAL).isPresent())
                        .map(PostNetwork::id))
                .containsExactly("mastodon", "nostr", "akkoma", "gotosocial", "pixelfed");
        PostNetwork longer = posting("mastodon")
                .allowing(Allowance.USUAL.withCharacters(5_000))
                .orElseThrow();
        assertThat(longer.limit()).isEqualTo(5_000);
        assertThat(longer.fits("a".repeat(5_000))).isTrue();
        assertThat(longer.fits("a".repeat(5_001))).isFalse();
        assertThat(longer.id()).isEqualTo("mastodon");
    }

    @Test
    void a_post_for_telegram_is_sent_without_marks_and_with_what_they_stood_for() {
        Message message = posting("telegram")
                .message(
                        "<b>👋 Ciao</b> a <a href=\"https://b.example/?a=1&amp;b=2\">tutti</a> </i> & <b>via",
                        Map.of());
        assertThat(message.text()).isEqualTo("👋 Ciao a tutti </i> & via");
        assertThat(message.facets())
                .containsExactly(
                        new Facet(Facet.Kind.BOLD, 0, 7, ""),
                        new Facet(Facet.Kind.LINK, 10, 15, "https://b.example/?a=1&b=2"),
                        new Facet(Facet.Kind.BOLD, 23, 26, ""));
    }

    @Test
    void a_post_for_linkedin_has_a_backslash_before_what_is_reserved() {
        String text = "(So) we [did] it, 50% ~ #SlowRoasting\nwith Zoë (linkedin.com/in/zoe) & @all <3 a_b*c|d\\e";
        Message message = posting("linkedin").message(text, Map.of("Zoë (linkedin.com/in/zoe)", "urn:li:person:1"));
        assertThat(message.text())
                .isEqualTo(
                        "\\(So\\) we \\[did\\] it, 50% \\~ #SlowRoasting\nwith @[Zoë](urn:li:person:1) & \\@all \\<3 "
                                + "a\\_b\\*c\\|d\\\\e");
    }

    @Test
    void a_note_for_nostr_names_people_by_key_and_topics_in_lower_case() {
        String npub = "npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg";
        String text = "👋 " + posting("nostr").mention("Giulia", npub) + " #Roasting";
        // The pair of NIP-19's own example.
        assertThat(posting("nostr").message(text, Map.of()).facets())
                .containsExactly(
                        new Facet(
                                Facet.Kind.MENTION,
                                2,
                                71,
                                "7e7e9c42a91bfef19fa929e5fda1b72e0ebc1a4c1141673e2794234d86addf4e"),
                        new Facet(Facet.Kind.TAG, 72, 81, "roasting"));
    }

    @Test
    void plain_words_are_no_markup_and_addresses_stay_as_they_are() {
        String words = "# 1 * two_three [x](y) <b> & https://b.example/a_b_*c\n- no list\n1. none";
        assertThat(posting("reddit").plain(words))
                .isEqualTo("\\# 1 \\* two\\_three \\[x\\](y) \\<b> & https://b.example/a_b_*c\n\\- no list\n1\\. none");
        assertThat(posting("slack").plain("a < b & c")).isEqualTo("a &lt; b &amp; c");
        assertThat(posting("mastodon").plain(words)).isEqualTo(words);
    }

    @Test
    void a_channel_for_colleagues_is_shown_to_nobody_else() {
        assertThat(Networks.posting().stream().filter(PostNetwork::forColleagues))
                .extracting(PostNetwork::id)
                .containsExactly("slack", "discord", "teams");
        assertThat(network("slack").read("#blog")).isEqualTo(new Network.Reading.Valid("#blog", Optional.empty()));
        assertThat(posting("slack").answerLink("#blog", "x", "https://b.example/"))
                .isEmpty();
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
}
