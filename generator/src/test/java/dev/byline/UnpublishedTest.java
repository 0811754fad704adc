package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not out has a page for its writer, which says so, and no trace anywhere else. */
final class UnpublishedTest {
    @TempDir
    private Path folder;

    private TestSite site;
    private BuildRequest preview;

    @BeforeEach
    void write() {
        site = TestSite.in(folder)
                .article("out", "title: Out\nauthor: marco-neri\ndate: 2026-05-01", "See [it](hidden.md).")
                .article("hidden", "title: Hidden\nauthor: giulia-ferri\ndraft: true\ntags: [Secret]", "Not yet.")
                .article(
                        "presto",
                        "title: Presto\nauthor: giulia-ferri\ndate: 2026-07-01T09:30:00\nlanguage: it",
                        "Fra poco.")
                .article(
                        "over",
                        "title: Over\nauthor: marco-neri\ndate: 2026-01-01\nexpires: 2026-03-01\nslug: out",
                        "Was here.")
                .article("gone", "title: Gone\nauthor: marco-neri\ndate: 2026-01-01\nexpires: 2026-03-01", "Was, too.");
        preview = BuildRequest.ofPreview(folder, TestSite.NOW);
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(Files.readString(preview.output().resolve(path)));
    }

    private String backstage() {
        PreviewStage stage = new PreviewStage(PreviewRequest.of(folder, () -> TestSite.NOW));
        return new String(stage.unpublished().orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void in_a_preview_each_has_a_page_that_says_what_it_is_in_its_language() throws Exception {
        BuildReport report = new Byline().build(preview);
        assertThat(report.succeeded()).isTrue();
        Document hidden = page("articles/hidden/index.html");
        assertThat(hidden.select(".notice").text()).startsWith("Draft.");
        assertThat(hidden.select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(page("it/articles/presto/index.html").select(".notice").text())
                .startsWith("In programma per 1 luglio 2026")
                .contains("9:30");
        assertThat(page("articles/gone/index.html").select(".notice").text()).startsWith("Expired on March 1, 2026");
        assertThat(page("articles/out/index.html").select(".notice")).isEmpty();
        assertThat(page("articles/out/index.html").select(".prose a").attr("href"))
                .isEqualTo("../../articles/hidden/");
    }

    @Test
    void no_list_feed_map_or_draft_of_the_preview_has_them() {
        new Byline().build(preview);
        assertThat(TestSite.contains(preview.output(), ">Hidden<"))
                .containsExactly("articles/hidden/feedback/index.html", "articles/hidden/index.html");
        assertThat(TestSite.contains(preview.output(), "articles/hidden/"))
                .contains("articles/hidden/index.html")
                .doesNotContain("sitemap.xml", "index.html", "archive/index.html", "search/index.html");
        assertThat(TestSite.contains(preview.output(), "Secret")).containsExactly("articles/hidden/index.html");
        assertThat(TestSite.contains(preview.drafts(), "Hidden")).isEmpty();
    }

    @Test
    void all_are_listed_beside_the_pages_and_an_address_that_another_has_is_the_other_s() throws Exception {
        new Byline().build(preview);
        Document list = Jsoup.parse(backstage());
        assertThat(list.select("article h2 a").eachAttr("href"))
                .containsExactlyInAnyOrder("/articles/hidden/", "/it/articles/presto/", "/articles/gone/");
        assertThat(list.select("article").text()).contains("Over").contains("Another page has its address");
        assertThat(page("articles/out/index.html").select("h1").text()).isEqualTo("Out");
    }

    @Test
    void a_plain_build_has_no_trace_of_them_before_and_after_a_preview() throws Exception {
        site.build();
        Map<String, String> before = TestSite.contents(site.output());
        new Byline().build(preview);
        site.build();
        assertThat(TestSite.contents(site.output())).isEqualTo(before);
        for (String trace : new String[] {"Not yet.", "Fra poco.", "Was here.", "Was, too.", "Secret", "unpublished"}) {
            assertThat(TestSite.contains(site.output(), trace)).as(trace).isEmpty();
        }
        assertThat(before).doesNotContainKey("articles/hidden/index.html");
        assertThat(folder.resolve("urls.lock")).doesNotExist();
    }

    @Test
    void a_site_of_which_all_is_out_says_so() throws Exception {
        TestSite.delete(folder.resolve("articles"));
        assertThat(backstage()).contains("Every piece is out.");
    }
}
