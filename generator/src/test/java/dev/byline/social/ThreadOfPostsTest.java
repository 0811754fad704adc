package dev.byline.social;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.network.Allowance;
import dev.byline.network.Facet;
import dev.byline.network.Graphemes;
import dev.byline.network.Networks;
import dev.byline.network.PostNetwork;
import dev.byline.network.Unit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** Long texts become several posts, and nothing of them is lost, torn or too long. */
final class ThreadOfPostsTest {
    private static final List<String> SCRIPTS = List.of(
            "abcdefghijklm      .",
            "àèéìòùÀÉÎõüß    !",
            "абвгдежзиклм    ?",
            "αβγδεζηθικλμ    .",
            "אבגדהוזחטיכל    .",
            "ابتثجحخدذرزس    ؟",
            "कखगघिङचछजझञटठ   ।",
            "กขคงจฉชซฌญฎฏฐ",
            "日本語文字漢字仮名。",
            "한국어문자입니다    .",
            "👨‍👩‍👧‍👦🇮🇹👍🏽1️⃣🏳️‍🌈 ",
            "e\u0301a\u0308\u0323o\u0302 .\n");

    private static final List<String> WHOLE = List.of(
            " https://blog.example.com/articles/what-a-long-address-this-is/?with=query#and-more ",
            " (https://en.wikipedia.org/wiki/Coffee_(drink)) ",
            " @giulia.example.com ",
            " @giulia@social.example.com ",
            " nostr:npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg ",
            " #SlowRoasting ",
            " example.com/path ");

    private static PostNetwork network(String id) {
        return Networks.postingById(id).orElseThrow();
    }

    @Provide
    Arbitrary<PostNetwork> threaded() {
        return Arbitraries.of(Networks.posting().stream()
                .filter(network -> network.rules().reach().threads())
                .map(network ->
                        network.allowing(Allowance.USUAL.withCharacters(300)).orElse(network))
                .toList());
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> run = Arbitraries.of(SCRIPTS)
                .flatMap(script -> Arbitraries.of(Graphemes.of(script))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(60)
                        .map(clusters -> String.join("", clusters)));
        return Arbitraries.frequencyOf(
                        Tuple.of(4, run),
                        Tuple.of(1, Arbitraries.of(WHOLE)),
                        Tuple.of(1, Arbitraries.of("\n\n", ". ", "? ")))
                .list()
                .ofMinSize(1)
                .ofMaxSize(24)
                .map(parts -> String.join("", parts).strip())
                .filter(text -> !text.isEmpty());
    }

    @Property(tries = 10_000)
    void each_post_fits_nothing_is_torn_and_joined_again_they_are_the_text(
            @ForAll("texts") String text, @ForAll("threaded") PostNetwork network) {
        ThreadOfPosts thread = ThreadOfPosts.of(text, network).orElseThrow();
        assertThat(thread.joined()).isEqualTo(text);
        assertThat(thread.posts()).allMatch(network::fits);
        Set<Integer> between = new TreeSet<>();
        int at = 0;
        for (String cluster : Graphemes.of(text)) {
            between.add(at);
            at += cluster.length();
        }
        List<Facet> facets = network.facets(text);
        int cut = 0;
        for (ThreadOfPosts.Part part : thread.parts()) {
            int here = cut;
            assertThat(between).contains(here);
            assertThat(facets).noneMatch(facet -> facet.start() < here && here < facet.end());
            cut += part.text().length() + part.gap().length();
        }
    }

    @Property(tries = 300)
    void facets_lie_exactly_over_what_they_name(@ForAll("texts") String text) {
        for (PostNetwork network : Networks.posting()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int end = 0;
            for (Facet facet : network.facets(text)) {
                assertThat(facet.start()).isGreaterThanOrEqualTo(end);
                end = facet.end();
                Facet placed = facet.in(Unit.UTF_8, text);
                String shown = new String(bytes, placed.start(), placed.end() - placed.start(), StandardCharsets.UTF_8);
                assertThat(shown).isEqualTo(text.substring(facet.start(), facet.end()));
                assertThat(shown).contains(facet.target().replaceFirst("^https://", ""));
            }
        }
    }

    @Property(tries = 300)
    void plain_words_in_the_html_of_telegram_are_sent_as_they_were(@ForAll("texts") String text) {
        String hostile = text + " <b>&amp; <script> </b> & <a href=\"x\">";
        PostNetwork telegram = network("telegram");
        assertThat(telegram.message(telegram.plain(hostile), Map.of()).text()).isEqualTo(hostile);
        assertThat(telegram.message(telegram.plain(hostile), Map.of()).facets()).isEmpty();
    }

    @Test
    void a_text_is_cut_at_the_end_of_a_sentence() {
        String sentence = "This is a sentence that says nothing much, but it is there to fill the post. ";
        List<String> posts = ThreadOfPosts.of(sentence.repeat(8).strip(), network("bluesky"))
                .orElseThrow()
                .posts();
        assertThat(posts).hasSize(3);
        assertThat(posts.get(0)).endsWith("fill the post. (1/3)");
        assertThat(posts.get(2)).endsWith("fill the post. (3/3)");
    }

    @Test
    void a_paragraph_of_its_own_is_a_post_of_its_own_and_the_next_one_ends_with_a_sentence() {
        String text =
                "It all began with an answer that nobody wanted to give, and with somebody who gave it all the same.\n\n"
                        + "This is the second paragraph, which is too long for what is left of the first post. "
                                .repeat(3);
        List<String> posts =
                ThreadOfPosts.of(text.strip(), network("bluesky")).orElseThrow().posts();
        assertThat(posts).hasSize(2);
        assertThat(posts.get(0)).endsWith("all the same. (1/2)");
        assertThat(posts.get(1)).startsWith("This is").endsWith("the first post. (2/2)");
    }

    @Test
    void a_text_that_fits_has_no_number() {
        assertThat(ThreadOfPosts.of("Short.", network("x")).orElseThrow().posts())
                .containsExactly("Short.");
    }

    @Test
    void an_address_that_no_post_can_hold_makes_no_thread() {
        String address = "https://blog.example.com/" + "a".repeat(400);
        assertThat(ThreadOfPosts.of("See " + address, network("bluesky"))).isEqualTo(Optional.empty());
        assertThat(ThreadOfPosts.of("See " + address, network("x"))).isPresent();
    }
}
