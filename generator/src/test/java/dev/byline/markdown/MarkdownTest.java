package dev.byline.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.TestSite;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Markdown becomes on a page. */
final class MarkdownTest {
    @TempDir
    private Path folder;

    private Element prose(String markdown) {
        TestSite site = TestSite.in(folder)
                .file("articles/b/index.md", "---\ntitle: B\nauthor: marco-neri\ndate: 2026-05-02\n---\n## Über uns\n")
                .file("articles/b/plan.pdf", "%PDF")
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", markdown);
        assertThat(site.problems()).isEmpty();
        return Jsoup.parse(site.page("articles/a/index.html")).selectFirst(".prose");
    }

    @Test
    void an_image_alone_with_a_title_is_a_figure_with_caption_and_credit() {
        TestSite.in(folder).file("static/x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Element figure = prose("![A drum](/x.svg \"The drum | Photo: Marta\")").selectFirst("figure");
        assertThat(figure.selectFirst("img").attr("alt")).isEqualTo("A drum");
        assertThat(figure.selectFirst("img").hasAttr("title")).isFalse();
        assertThat(figure.selectFirst("figcaption").ownText()).isEqualTo("The drum");
        assertThat(figure.selectFirst(".credit").text()).isEqualTo("Photo: Marta");
    }

    @Test
    void a_block_quote_with_a_marker_is_an_alert_in_the_articles_language() {
        Element alert = prose("> [!WARNING]\n> Mind the *gap*.").selectFirst(".alert");
        assertThat(alert.className()).isEqualTo("alert alert-warning");
        assertThat(alert.selectFirst(".alert-title").text()).isEqualTo("Warning");
        assertThat(alert.text()).isEqualTo("Warning Mind the gap.");
    }

    @Test
    void a_block_quote_without_marker_stays_one() {
        assertThat(prose("> [!SHOUT]\n> x").select("blockquote")).hasSize(1);
        assertThat(prose("> text [!NOTE]").select(".alert")).isEmpty();
    }

    @Test
    void a_mention_becomes_the_authors_name_with_a_link_but_not_in_code_links_and_addresses() {
        Element prose = prose("@marco-neri, `@marco-neri`, [@marco-neri](https://x.example/) me@marco-neri.example");
        assertThat(prose.select("a.mention")).singleElement().satisfies(mention -> {
            assertThat(mention.text()).isEqualTo("Marco Neri");
            assertThat(mention.attr("href")).isEqualTo("../../authors/marco-neri/");
        });
        assertThat(prose.selectFirst("code").text()).isEqualTo("@marco-neri");
    }

    @Test
    void links_between_files_lead_to_pages_and_their_anchors() {
        Element prose = prose("[b](b/index.md#über-uns) [c](./b/) [d](/articles/b/) [pdf](b/plan.pdf)");
        assertThat(prose.select("a").eachAttr("href"))
                .containsExactly(
                        "../../articles/b/#über-uns",
                        "../../articles/b/",
                        "../../articles/b/",
                        "../../articles/a/b/plan.pdf");
    }

    @Test
    void a_link_to_a_piece_that_is_not_out_keeps_its_words_and_loses_the_link() {
        TestSite site = TestSite.in(folder)
                .article("later", "title: L\nauthor: marco-neri\ndate: 2026-12-01", "x")
                .article("a", "title: A\nauthor: marco-neri\ndate: 2026-05-01", "See [the *next*](later.md) one.")
                .article("b", "title: B\nauthor: marco-neri\ndate: 2026-05-02", "And [again](/articles/later/).");
        assertThat(site.problems())
                .hasSize(2)
                .allMatch(line -> line.contains(":6:5: warning: a link to an article that is not out yet"));
        assertThat(Jsoup.parse(site.page("articles/a/index.html"))
                        .selectFirst(".prose")
                        .html())
                .isEqualTo("<p>See the <em>next</em> one.</p>");
    }

    @Test
    void headings_move_down_one_level_where_a_text_uses_the_first() {
        Element prose = prose("# One\n\n## Two\n\n# One");
        assertThat(prose.select("h1")).isEmpty();
        assertThat(prose.select("h2").eachAttr("id")).containsExactly("one", "one-1");
        assertThat(prose.select("h3").eachAttr("id")).containsExactly("two");
    }

    @Test
    void tasks_need_no_form_control() {
        Element prose = prose("- [x] done\n- [ ] open");
        assertThat(prose.select("input")).isEmpty();
        assertThat(prose.select("li").eachText()).containsExactly("☑ done", "☐ open");
    }

    @Test
    void html_of_colleagues_passes_with_its_addresses_made_right() {
        Element prose = prose("<details><summary>More</summary><a href=\"b/index.md\">b</a></details>\n\nA <b>b</b>.");
        assertThat(prose.selectFirst("details a").attr("href")).isEqualTo("../../articles/b/");
        assertThat(prose.selectFirst("p b").text()).isEqualTo("b");
    }

    @Test
    void html_is_shown_as_it_is_written_where_the_site_forbids_it() {
        TestSite site = TestSite.in(folder)
                .file(
                        "site.yml",
                        "title: T\nurl: https://x.example/\ntimeZone: UTC\nlanguages: [en]\nmarkdown: {rawHtml: false}\n")
                .article("a", "title: A\nauthor: marco-neri\ndate: 2026-05-01", "A <b onclick=\"x\">b</b>.");
        assertThat(site.problems()).isEmpty();
        assertThat(Jsoup.parse(site.page("articles/a/index.html"))
                        .selectFirst(".prose")
                        .text())
                .isEqualTo("A <b onclick=\"x\">b</b>.");
    }

    @Test
    void reading_time_goes_by_the_language_and_counts_code_and_images() {
        TestSite site = TestSite.in(folder)
                .article("en", "title: A\nauthor: marco-neri\ndate: 2026-05-01", "word ".repeat(228 * 3))
                .article(
                        "it", "title: B\nauthor: marco-neri\ndate: 2026-05-01\nlanguage: it", "parola ".repeat(188 * 3))
                .article("zh", "title: C\nauthor: marco-neri\ndate: 2026-05-01", "字".repeat(255 * 2))
                .article(
                        "code",
                        "title: D\nauthor: marco-neri\ndate: 2026-05-01",
                        "```\n" + "a b ".repeat(228) + "\n```");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("articles/en/index.html")).contains("3 min read");
        assertThat(site.page("it/articles/it/index.html")).contains("3 min di lettura");
        assertThat(site.page("articles/zh/index.html")).contains("2 min read");
        assertThat(site.page("articles/code/index.html")).contains("2 min read");
    }
}
