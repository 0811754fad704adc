package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs read on pages is what the files say, whatever the files say. */
final class LinkedDataTest {
    private static final String HOSTILE = "</script><script>alert(1)</script> \"'&\u2028\u202Eevil";

    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void build() {
        site = TestSite.in(folder)
                .file("authors/eve.yml", "name: >-\n  " + HOSTILE.replace("\u2028", "") + "\n")
                .article("a", """
                        title: '%s'
                        authors: [eve, giulia-ferri, marco-neri]
                        date: 2026-05-01
                        updated: 2026-05-03
                        category: Roasting
                        tags: [Drums, Beans]
                        """.formatted(HOSTILE.replace("'", "''").replace("\u2028", "")), "Two words.")
                .article("b", "title: B\nauthor: eve\ndate: 2026-05-02\nlanguage: it\ntranslationOf: a", "Corpo.")
                .file("feedback/a/one.yml", """
                        kind: reply
                        origin: {source: mastodon, id: "1", url: "https://town.example/@noor/1"}
                        author: {name: "%s", handle: "@noor@town.example", url: "https://town.example/@noor"}
                        published: 2026-05-02T10:00:00Z
                        format: html
                        text: "<p>Why <b>twelve</b>?</p><script>alert(2)</script>"
                        moderation: approved
                        """.formatted(HOSTILE.replace("\"", "\\\"")))
                .file("feedback/a/two.yml", """
                        kind: reply
                        origin: {source: mastodon, id: "2"}
                        author: {name: Giulia, handle: "@giulia@social.example"}
                        published: 2026-05-02T10:30:00Z
                        format: plain
                        text: Because.
                        parent: one
                        moderation: approved
                        """)
                .file("feedback/a/three.yml", """
                        kind: reply
                        origin: {source: mastodon, id: "3"}
                        author: {name: Spam}
                        format: plain
                        text: Buy.
                        moderation: pending
                        """);
        assertThat(site.problems()).isEmpty();
    }

    @Test
    void nothing_that_is_said_ends_a_script() {
        for (String path : List.of("articles/a/", "articles/a/feedback/", "authors/eve/", "it/articles/b/", "")) {
            Document page = page(path);
            assertThat(page.select("script:not([type=application/ld+json])")).isEmpty();
            page.select("script")
                    .forEach(script -> assertThat(script.data())
                            .doesNotContain("<", ">", "\u2028")
                            .satisfies(text -> JsonMapper.shared().readTree(text)));
        }
        assertThat(data("articles/a/").path("headline").stringValue()).startsWith("</script><script>");
    }

    @Test
    void a_piece_names_its_people_parts_and_translation() {
        JsonNode piece = data("articles/a/");
        JsonNode giulia = piece.path("author").get(1);
        assertThat(piece.path("author")).hasSize(3);
        assertThat(giulia.path("@id").stringValue()).isEqualTo("https://blog.example.com/authors/giulia-ferri/#person");
        assertThat(giulia.path("alternateName").stringValue()).isEqualTo("@giulia@social.example");
        assertThat(giulia.path("sameAs").get(0).stringValue()).isEqualTo("https://social.example/@giulia");
        assertThat(giulia.path("sameAs")).hasSize(2);
        assertThat(piece.path("publisher").path("sameAs")).hasSize(4);
        assertThat(piece.path("dateModified").stringValue()).startsWith("2026-05-03");
        assertThat(piece.path("articleSection").stringValue()).isEqualTo("Roasting");
        assertThat(piece.path("keywords")).hasSize(2);
        assertThat(piece.path("wordCount").intValue()).isEqualTo(2);
        assertThat(piece.has("aggregateRating")).isFalse();
        assertThat(piece.path("workTranslation").get(0).path("url").stringValue())
                .isEqualTo("https://blog.example.com/it/articles/b/");
        assertThat(data("it/articles/b/").path("translationOfWork").path("@id").stringValue())
                .isEqualTo("https://blog.example.com/articles/a/#article");
    }

    @Test
    void answers_are_told_as_they_are_shown() {
        JsonNode comments = data("articles/a/feedback/").path("comment");
        assertThat(comments).hasSize(2);
        JsonNode first = comments.get(0);
        assertThat(first.path("text").stringValue()).isEqualTo("Why twelve?");
        assertThat(first.path("author").path("name").stringValue()).doesNotContain("\u202E", "\u2028");
        assertThat(first.path("dateCreated").stringValue()).isEqualTo("2026-05-02T10:00:00Z");
        JsonNode second = comments.get(1);
        assertThat(second.path("author").path("@id").stringValue()).endsWith("giulia-ferri/#person");
        assertThat(second.path("parentItem").path("@id").stringValue()).endsWith("/feedback/#one");
        assertThat(data("articles/a/").path("commentCount").intValue()).isEqualTo(2);
    }

    @Test
    void previews_credit_each_author() {
        Document page = page("articles/a/");
        assertThat(meta(page, "article:author"))
                .containsExactly(
                        "https://blog.example.com/authors/eve/",
                        "https://blog.example.com/authors/giulia-ferri/",
                        "https://blog.example.com/authors/marco-neri/");
        assertThat(page.select("meta[name='fediverse:creator']").eachAttr("content"))
                .containsExactly("@giulia@social.example");
        assertThat(page.select("meta[name='twitter:creator']").eachAttr("content"))
                .containsExactly("@marco_neri");
        assertThat(page.select("meta[name='twitter:site']").attr("content")).isEqualTo("@acme_x");
        assertThat(meta(page, "article:tag")).containsExactly("Drums", "Beans");
        assertThat(meta(page, "og:image:width")).containsExactly("1200");
        assertThat(meta(page("authors/giulia-ferri/"), "profile:username")).containsExactly("@giulia@social.example");
    }

    @Test
    void an_authors_page_says_who_wrote_along_who_answered_and_how_soon_the_person_replies() {
        Document page = page("authors/giulia-ferri/");
        assertThat(page.select("link[rel=me]")).hasSize(2);
        assertThat(page.select("a[rel=me]")).hasSize(2);
        assertThat(page.select(".author-together a")).hasSize(2);
        assertThat(page.selectFirst(".author-heard .h-cite").text()).contains("Why twelve?");
        assertThat(page.select(".author-heard .h-cite")).hasSize(1);
        assertThat(page.selectFirst(".author-soon").text()).startsWith("Usually replies within 30 minutes");
        assertThat(page("authors/marco-neri/").select(".author-soon")).isEmpty();
    }

    private Document page(String path) {
        return Jsoup.parse(site.page(path + "index.html"));
    }

    private JsonNode data(String path) {
        Element script = page(path).selectFirst("script[type=application/ld+json]");
        return JsonMapper.shared().readTree(script.data());
    }

    private static List<String> meta(Document page, String property) {
        return page.select("meta[property='" + property + "']").eachAttr("content");
    }
}
