package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader of a company blog finds around the pieces. */
final class ReaderSiteTest {
    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder);
    }

    private void settings(String more) {
        try {
            site.file("site.yml", Files.readString(folder.resolve("site.yml")) + more);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private void pieces(int count) {
        for (int i = 1; i <= count; i++) {
            site.article(
                    String.format("p%02d", i),
                    "title: Piece " + i + "\nauthor: giulia-ferri\ndate: 2026-01-" + String.format("%02d", i)
                            + "\ntags: [all]",
                    "Text.");
        }
    }

    private Document page(String path) {
        return Jsoup.parse(site.page(path));
    }

    private List<String> titles(String path) {
        return page(path).select(".entries .entry-title").eachText();
    }

    @Test
    void older_pages_of_a_list_never_move_when_a_piece_is_added() {
        settings("lists: {entries: 3}\n");
        pieces(8);
        assertThat(site.problems()).isEmpty();
        assertThat(titles("index.html")).containsExactly("Piece 8", "Piece 7", "Piece 6", "Piece 5", "Piece 4");
        assertThat(titles("page/1/index.html")).containsExactly("Piece 3", "Piece 2", "Piece 1");
        Map<String, String> older = new TreeMap<>();
        for (String list : List.of("", "tags/all/", "authors/giulia-ferri/")) {
            older.put(list, String.join(",", titles(list + "page/1/index.html")));
            assertThat(page(list + "index.html").select(".pager a[rel=next]").attr("href"))
                    .endsWith("page/1/");
        }
        pieces(14);
        site.build();
        assertThat(titles("index.html")).hasSize(5).startsWith("Piece 14");
        assertThat(titles("page/3/index.html")).containsExactly("Piece 9", "Piece 8", "Piece 7");
        older.forEach((list, titles) ->
                assertThat(String.join(",", titles(list + "page/1/index.html"))).isEqualTo(titles));
    }

    @Test
    void a_long_archive_is_cut_by_year_and_a_short_one_is_whole() {
        site.article("old", "title: Old\nauthor: giulia-ferri\ndate: 2024-05-01", "x")
                .article("new", "title: New\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        site.build();
        assertThat(page("archive/index.html").select(".rows .h-entry > .p-name").eachText())
                .containsExactly("New", "Old");
        assertThat(page("archive/2024/index.html")
                        .select(".rows .h-entry > .p-name")
                        .eachText())
                .containsExactly("Old");
        assertThat(page("archive/index.html")
                        .select("nav[aria-label=By year] a")
                        .eachText())
                .containsExactly("2026", "2024");
    }

    @Test
    void related_pieces_are_named_with_the_reason() {
        site.article(
                        "a",
                        "title: Roasting drums\nauthor: giulia-ferri\ndate: 2026-05-01\ntags: [Roasting, Farmers]",
                        "x")
                .article("b", "title: Older drums\nauthor: marco-neri\ndate: 2026-05-02\ntags: [Roasting]", "x")
                .article("c", "title: Taxes\nauthor: marco-neri\ndate: 2026-05-03\ntags: [Money]", "x");
        site.build();
        assertThat(page("articles/a/index.html")
                        .select(".related .h-entry > .p-name")
                        .eachText())
                .containsExactly("Older drums");
        assertThat(page("articles/a/index.html").select(".related .quiet").text())
                .isEqualTo("Because of: Roasting, drums");
        assertThat(page("articles/c/index.html").select(".related")).isEmpty();
    }

    @Test
    void a_series_says_which_part_this_is_and_leads_on() {
        for (int i = 1; i <= 3; i++) {
            site.article(
                    "p" + i,
                    "title: Part number " + i + "\nauthor: giulia-ferri\nseries: Beans\ndate: 2026-05-0" + i,
                    "x");
        }
        site.build();
        Document second = page("articles/p2/index.html");
        assertThat(second.select(".series .label").text())
                .contains("Series: Beans")
                .contains("Part 2 of 3");
        assertThat(second.select(".neighbours a[rel=next]").text()).isEqualTo("Next part Part number 3");
    }

    @Test
    void affiliate_links_say_so_and_so_does_the_piece() {
        site.article(
                "a",
                "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\naffiliate: true",
                "[shop](https://shop.example/) [own](/authors/giulia-ferri/) <a href=\"https://shop.example/2\">raw</a>");
        site.build();
        assertThat(page("articles/a/index.html")
                        .select(".prose a[rel=sponsored]")
                        .eachText())
                .containsExactly("shop", "raw");
        assertThat(page("articles/a/index.html").select(".notice").text()).contains("commission");
    }

    @Test
    void where_a_piece_is_told_is_on_its_page_each_place_once() {
        String post = "https://social.example/@giulia/100000";
        site.article(
                        "a",
                        "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\nsyndication: [\"" + post
                                + "\", \"https://www.lemmy.example/post/7?a=1&b=2\"]",
                        "x")
                .file(
                        "ledger/a.yml",
                        "posts:\n  - {account: giulia-ferri, network: mastodon, id: \"100000\", url: \"" + post
                                + "\", at: 2026-05-01T10:00:00Z}\n");
        assertThat(site.problems()).isEmpty();
        assertThat(page("articles/a/index.html").select(".told a.u-syndication"))
                .extracting(link -> link.text() + " " + link.attr("href"))
                .containsExactly(
                        "Mastodon (Giulia Ferri) " + post, "lemmy.example https://www.lemmy.example/post/7?a=1&b=2");
    }

    @Test
    void stars_are_in_the_data_only_when_readers_gave_them() {
        site.article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        site.build();
        assertThat(site.page("articles/a/index.html")).doesNotContain("aggregateRating");
        for (int i = 1; i <= 2; i++) {
            site.file(
                    "feedback/a/i" + i + ".yml",
                    "kind: rating\nrating: " + (3 + i) + "\norigin: {source: intake, id: \"" + i
                            + "\"}\nauthor: {name: R}\npublished: 2026-05-02T10:00:00Z\nmoderation: approved\n");
        }
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("articles/a/index.html"))
                .contains(
                        "\"aggregateRating\":{\"@type\":\"AggregateRating\",\"ratingValue\":\"4.5\",\"ratingCount\":2");
    }

    @Test
    void a_form_stands_below_a_piece_when_an_intake_is_named_and_the_policy_lets_it_through() {
        site.article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        site.build();
        assertThat(page("articles/a/index.html").select("form")).isEmpty();
        settings("feedback: {intake: https://answers.example.com/in}\n");
        site.build();
        Document page = page("articles/a/index.html");
        assertThat(page.select("form").attr("action")).isEqualTo("https://answers.example.com/in/answers");
        assertThat(page.select("form").attr("method")).isEqualTo("post");
        assertThat(page.select("form label[for]").eachAttr("for")).allMatch(id -> page.getElementById(id) != null);
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .contains("form-action 'self' https://answers.example.com")
                .doesNotContain("unsafe");
        assertThat(site.page("_headers"))
                .contains("form-action 'self' https://answers.example.com; frame-ancestors 'none'");
    }

    @Test
    void pages_that_can_be_answered_say_where_webmentions_go() {
        site.article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .article("closed", "title: C\nauthor: giulia-ferri\ndate: 2026-05-01\nfeedback: {open: false}", "x");
        site.build();
        assertThat(page("articles/a/index.html").select("link[rel=webmention]")).isEmpty();
        settings("feedback: {intake: https://answers.example.com/in}\n");
        assertThat(site.problems()).isEmpty();
        for (String path : List.of("articles/a/index.html", "articles/a/feedback/index.html")) {
            assertThat(page(path).head().select("link[rel=webmention]").eachAttr("href"))
                    .containsExactly("https://answers.example.com/in/webmention");
        }
        for (String path : List.of("index.html", "articles/closed/index.html")) {
            assertThat(page(path).select("link[rel=webmention]")).isEmpty();
        }
    }

    @Test
    void webmentions_may_go_elsewhere() {
        site.article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        settings("feedback: {webmention: https://webmention.io/blog.example.com/webmention}\n");
        site.build();
        assertThat(page("articles/a/index.html").select("link[rel=webmention]").attr("href"))
                .isEqualTo("https://webmention.io/blog.example.com/webmention");
    }

    @Test
    void an_address_for_webmentions_that_is_none_is_told() {
        settings("feedback: {webmention: 'javascript:alert(1)'}\n");
        assertThat(site.problems()).anyMatch(problem -> problem.contains("is no address of a site"));
    }

    @Test
    void the_policy_allows_nothing_inside_a_page_and_nothing_inside_needs_it() {
        site.article(
                "a",
                "title: A\nauthor: giulia-ferri\ndate: 2026-05-01",
                "```java\nint i;\n```\n\n| a | b |\n|--:|:-:|\n| 1 | 2 |");
        site.build();
        for (String path : List.of(
                "index.html", "articles/a/index.html", "search/index.html", "authors/giulia-ferri/index.html")) {
            Document page = page(path);
            assertThat(page.select("[style], style, script:not([src]):not([type=application/ld+json])"))
                    .isEmpty();
            assertThat(page.select("link[rel=stylesheet], script[src]"))
                    .allMatch(e -> e.attr("integrity").startsWith("sha256-"));
        }
    }

    @Test
    void who_writes_on_what_is_in_the_directory() {
        site.file(
                        "authors/marco-neri.yml",
                        "name: Marco Neri\ntopics: [roasting, taxes]\nhandles: {bluesky: marco.example.com}\n")
                .file(
                        "authors/giulia-ferri.yml",
                        "name: Giulia Ferri\ntopics: [roasting]\nhandles: {mastodon: \"@g@social.example\"}\n")
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        site.build();
        assertThat(page("authors/index.html").select(".topics dt").eachText()).containsExactly("roasting", "taxes");
        assertThat(page("authors/index.html").select(".topics dd").eachText())
                .containsExactly("Giulia Ferri, Marco Neri", "Marco Neri");
    }

    @Test
    void the_sitemap_has_pages_with_changes_translations_and_images_and_nothing_hidden() {
        site.file("static/x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>")
                .article(
                        "a",
                        "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\nupdated: 2026-05-09\nimage: {src: /x.svg, alt: X}",
                        "x")
                .article("i", "title: I\nauthor: giulia-ferri\ndate: 2026-05-02\nlanguage: it\ntranslationOf: a", "x")
                .article("q", "title: Q\nauthor: giulia-ferri\ndate: 2026-05-03\nunlisted: true", "x")
                .article(
                        "c",
                        "title: C\nauthor: giulia-ferri\ndate: 2026-05-03\ncanonical: https://else.example/c",
                        "x");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("sitemap.xml"))
                .contains(
                        "<url><loc>https://blog.example.com/articles/a/</loc><lastmod>2026-05-09T00:00:00+02:00</lastmod>"
                                + "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://blog.example.com/articles/a/\"/>"
                                + "<xhtml:link rel=\"alternate\" hreflang=\"it\" href=\"https://blog.example.com/it/articles/i/\"/>"
                                + "<image:image><image:loc>https://blog.example.com/x.svg</image:loc></image:image></url>")
                .doesNotContain("/articles/q/", "/articles/c/", "404", "/search/");
        assertThat(site.page("robots.txt")).contains("Sitemap: https://blog.example.com/sitemap.xml");
    }

    @Test
    void a_sites_own_robots_txt_wins() {
        site.article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .file("static/robots.txt", "mine");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("robots.txt")).isEqualTo("mine");
    }

    @Test
    void security_txt_is_there_when_it_can_be_true() {
        site.article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        settings("security: {contact: \"mailto:s@example.com\"}\n");
        assertThat(site.problems()).singleElement().asString().contains("no \"expires\", which security.txt must have");
        site = TestSite.in(folder);
        settings("security: {contact: \"mailto:s@example.com\", expires: 2027-01-01}\n");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page(".well-known/security.txt"))
                .startsWith("Contact: mailto:s@example.com\nExpires: 2027-01-01T00:00:00+01:00\n");
    }

    @Test
    void a_language_from_right_to_left_has_its_words_and_direction() {
        try {
            site.file("site.yml", Files.readString(folder.resolve("site.yml")).replace("[en, it]", "[ar, en]"));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        site.article("a", "title: مرحبا\nslug: hello\nauthor: giulia-ferri\ndate: 2026-05-01", "قال \"نعم\".");
        assertThat(site.problems()).isEmpty();
        Document page = page("articles/hello/index.html");
        assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select(".prose p").text()).isEqualTo("قال «نعم».");
        assertThat(page.text()).contains("الرد على Giulia Ferri");
    }

    @Test
    void a_language_without_words_is_told_and_speaks_english() {
        try {
            site.file("site.yml", Files.readString(folder.resolve("site.yml")).replace("[en, it]", "[en, nl]"));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        site.article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\nlanguage: nl", "x");
        assertThat(site.problems()).singleElement().asString().contains("warning: the theme has no words in \"nl\"");
        assertThat(page("nl/index.html").select("html").attr("lang")).isEqualTo("nl");
    }

    @Test
    void footer_links_and_the_newsletter_are_on_every_page() {
        site.article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .file("pages/imprint.md", "---\ntitle: Imprint\n---\nx");
        settings("footer:\n  - {label: Imprint, link: /imprint/}\nnewsletter: https://letters.example.com/\n");
        assertThat(site.problems()).isEmpty();
        assertThat(page("articles/a/index.html").select(".site-footer a").eachAttr("href"))
                .contains("../../imprint/", "https://letters.example.com/");
    }
}
