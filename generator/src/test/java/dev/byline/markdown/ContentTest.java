package dev.byline.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.byline.TestSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listings, maths, definitions, abbreviations, galleries, players, cards and links that earn. */
final class ContentTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

    @TempDir
    private Path folder;

    private TestSite site(String markdown) {
        return TestSite.in(folder)
                .file("static/a.svg", SVG)
                .file("static/b.svg", SVG)
                .file("static/a.mp4", "x")
                .file("static/a.mp3", "x")
                .article("a", "title: A\nauthor: marco-neri\ndate: 2026-05-01", markdown);
    }

    private Element prose(String markdown) {
        TestSite site = site(markdown);
        assertThat(site.problems()).isEmpty();
        return prose(site);
    }

    private static Element prose(TestSite site) {
        return Jsoup.parse(site.page("articles/a/index.html")).selectFirst(".prose");
    }

    @Test
    void a_fence_with_hostile_words_breaks_nothing() {
        Element prose = prose("```\"><script> title=\"<b>\"\n<i>\n```");
        assertThat(prose.select("script, b, i")).isEmpty();
        assertThat(prose.selectFirst("figcaption").text()).isEqualTo("<b>");
        assertThat(prose.selectFirst("code").wholeText()).isEqualTo("<i>\n");
    }

    @Test
    void a_listing_has_colours_and_its_title_as_caption() {
        Element listing = prose("```java title=\"Main.java\"\nreturn;\n```").selectFirst("figure.listing");
        assertThat(listing.selectFirst("figcaption").text()).isEqualTo("Main.java");
        assertThat(listing.selectFirst("pre.code[tabindex=0] > code.language-java .tok-keyword")
                        .text())
                .isEqualTo("return");
    }

    @Test
    void prices_variables_and_code_are_no_formulas() {
        Element prose = prose("$5 and $10, US$ 5, $5-$10, US$5 or US$6, 5$ $ `$a$`, \\$a\\$, $HOME and `x$`, $$ $$$");
        assertThat(prose.select("math")).isEmpty();
        assertThat(prose.text()).startsWith("$5 and $10, US$ 5, $5-$10, US$5 or US$6, 5$ $ $a$, $a$,");
    }

    @Test
    void tex_that_cannot_be_read_is_told_with_its_place_and_shown_as_code() {
        TestSite site = site("Über $a + \\foo$.\n\n```math\nx\n\\frac{a\n```\n\n$\\newcommand{\\x}{\\x\\x}\\x$");
        assertThat(site.problems())
                .anyMatch(line ->
                        line.contains("articles/a.md:6:11: error: a formula: Undefined control sequence: \\foo"))
                .anyMatch(line -> line.contains("articles/a.md:10:8: error: a formula: Unexpected end of input"))
                .anyMatch(line -> line.contains("articles/a.md:13:2: error: a formula: Too many expansions"))
                .hasSize(3);
    }

    @Test
    void formulas_with_no_end_are_told() {
        assertThat(site("$$\na\n\nb").problems())
                .singleElement()
                .asString()
                .contains("a.md:6:1: error: a formula without an end");
    }

    @Test
    void a_formula_that_could_run_something_runs_nothing() {
        Element prose = prose("$\\href{javascript:alert(1)}{x}$ and $\\text{<script>}$");
        assertThat(prose.select("script, [href]")).isEmpty();
    }

    @Test
    void a_formula_is_mathml_with_its_tex() {
        Element math = prose("So $a^2 < \\mathbb{R}$ it is.").selectFirst("p math");
        assertThat(math.attr("alttext")).isEqualTo("a^2 < \\mathbb{R}");
        assertThat(math.selectFirst("annotation[encoding=application/x-tex]").text())
                .isEqualTo("a^2 < \\mathbb{R}");
        assertThat(math.select("msup")).hasSize(1);
        assertThat(math.select("mi").last().text()).isEqualTo("ℝ");
        assertThat(math.hasAttr("display")).isFalse();
    }

    @Test
    void formulas_can_stand_on_their_own() {
        Element prose = prose("$$a$$\n\n$$\na\n=\n\n- b\n$$\n\n```math\nc\n```");
        assertThat(prose.select("math[display=block]")).hasSize(3);
        assertThat(prose.select("h1, h2, li, pre")).isEmpty();
    }

    @Test
    void a_colon_that_explains_nothing_stays_text() {
        assertThat(prose(": x\n\nTerm\n:no space\n\n    a\n    : b").select("dl"))
                .isEmpty();
    }

    @Test
    void terms_have_definitions() {
        Element prose =
                prose("*Crema*\nFoam\n: On top.\n: Brown,\n  thin.\n\nDrum\n: First.\n\n  Second.\n\n  - item\n\nEnd.");
        assertThat(prose.select("dl")).hasSize(1);
        assertThat(prose.select("dt").eachText()).containsExactly("Crema", "Foam", "Drum");
        assertThat(prose.select("dt em")).hasSize(1);
        assertThat(prose.select("dd").eachText()).containsExactly("On top.", "Brown, thin.", "First. Second. item");
        assertThat(prose.select("dl + p").text()).isEqualTo("End.");
        assertThat(prose.select("dd p")).hasSize(2);
    }

    @Test
    void an_abbreviation_is_explained_wherever_it_is_a_word() {
        Element prose = prose("## HTML now\n\nHTML, *HTML*, HTML5, XHTML `HTML` [x](https://x.example/HTML)\n\n"
                + "*[HTML]: HyperText \"Markup\" Language\n*[]: x\n*[X]:");
        assertThat(prose.select("abbr").eachText()).containsExactly("HTML", "HTML", "HTML");
        assertThat(prose.selectFirst("abbr").attr("title")).isEqualTo("HyperText \"Markup\" Language");
        assertThat(prose.selectFirst("h2").id()).isEqualTo("html-now");
    }

    @Test
    void images_among_themselves_are_a_gallery() {
        Element prose = prose("![A](/a.svg \"The A | Photo: Me\")\n![B](/b.svg)\n\n![A](/a.svg) text ![B](/b.svg)");
        assertThat(prose.select("div.gallery > figure > img")).hasSize(2);
        assertThat(prose.select(".gallery figcaption")).hasSize(1);
        assertThat(prose.select(".credit").text()).isEqualTo("Photo: Me");
    }

    @Test
    void films_and_recordings_get_players_that_load_nothing() {
        Element prose = prose("![A film](/a.mp4 \"Caption\")\n\n![A song](/a.mp3)");
        Element film = prose.selectFirst("figure video[controls][preload=none]");
        assertThat(film.attr("aria-label")).isEqualTo("A film");
        assertThat(film.attr("src")).isEqualTo("../../a.mp4");
        assertThat(film.selectFirst("a").attr("href")).isEqualTo("../../a.mp4");
        assertThat(prose.select("audio a").text()).isEqualTo("A song");
    }

    @Test
    void an_address_with_words_around_it_is_no_card() {
        assertThat(prose("See https://x.com/a\n\n- https://x.com/a\n\n[x](https://x.com/a)\n\nme@x.example")
                        .select(".embed"))
                .isEmpty();
    }

    @Test
    void an_address_alone_is_a_card() {
        Element prose = prose("https://www.youtube.com/watch?v=a&b=--c\n\n<https://any.example/p/>\n\n"
                + "https://social.example/@me/123456789\n\nhttps://open.spotify.com/x");
        assertThat(prose.select(".embed-site").eachText())
                .containsExactly("YouTube", "any.example", "Mastodon", "Spotify");
        assertThat(prose.select(".embed-address").eachText())
                .startsWith("youtube.com/watch?v=a&b=--c", "any.example/p");
        assertThat(prose.select("p.embed > a[rel=noopener]").eachAttr("href"))
                .contains("https://www.youtube.com/watch?v=a&b=--c");
        assertThat(prose.select("iframe, script, img")).isEmpty();
    }

    @Test
    void links_of_a_piece_that_earns_say_so() {
        TestSite site = TestSite.in(folder)
                .article(
                        "a",
                        "title: A\nauthor: marco-neri\ndate: 2026-05-01\naffiliate: true",
                        "[a](https://x.example/) [b](/) [c](mailto:a@x.example) <a rel=\"nofollow\" href=\"https://y.example/\">y</a>");
        assertThat(site.problems()).isEmpty();
        assertThat(prose(site).select("[rel]").eachAttr("rel")).containsExactly("sponsored", "nofollow sponsored");
        assertThat(prose("[a](https://x.example/)").select("[rel]")).isEmpty();
    }

    @Test
    void headings_keep_the_anchor_that_their_writer_chose() {
        Element prose = prose(
                "## Title\n\n## Title {#my-id}\n\n## ?!\n\n## My ID\n\n## Again {#my-id}\n\n## *A* {#Ünï}\n\n## {#x y}");
        assertThat(prose.select("h2").eachAttr("id"))
                .isEqualTo(List.of("title", "my-id", "section", "my-id-1", "my-id-2", "Ünï", "x-y"));
        assertThat(prose.select("h2").eachText()).startsWith("Title", "Title", "?!", "My ID", "Again", "A");
    }

    @Test
    void an_anchor_is_the_same_however_its_letters_are_composed() {
        assertThat(prose("## U\u0308ber \"uns\" -- it's").selectFirst("h2").id())
                .isEqualTo("über-uns----its");
    }

    @Test
    void texts_that_are_all_marks_take_no_long_time() {
        String marks = "$a `\n".repeat(10_000) + "\n\n" + "T\n: d\n\n".repeat(3_000) + "$".repeat(10_000);
        assertThat(assertTimeoutPreemptively(
                        Duration.ofSeconds(30), () -> site(marks).problems()))
                .isEmpty();
        assertThat(site(": ".repeat(5_000) + "\n" + "> : x\n: y\n".repeat(500)).problems())
                .isEmpty();
    }

    @Test
    void formulas_stay_where_the_site_forbids_html() {
        TestSite.in(folder);
        TestSite site = site("$a$ <b>b</b>\n\n```java\nint x;\n```")
                .file(
                        "site.yml",
                        "title: T\nurl: https://x.example/\ntimeZone: UTC\nlanguages: [en]\nmarkdown: {rawHtml: false}\n");
        assertThat(site.problems()).isEmpty();
        assertThat(prose(site).select("math, .tok-type")).hasSize(2);
        assertThat(prose(site).select("b")).isEmpty();
    }
}
