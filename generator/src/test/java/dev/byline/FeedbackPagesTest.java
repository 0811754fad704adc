package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on the pages of answers, as a reader finds them. */
final class FeedbackPagesTest {
    private static final Instant FIRST = Instant.parse("2026-05-02T10:00:00Z");

    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder)
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .article(
                        "a.it",
                        "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\nlanguage: it\ntranslationOf: a",
                        "x");
    }

    private void says(String article, String id, String more, int minute) {
        site.file(
                "feedback/" + article + "/" + id + ".yml",
                "kind: reply\nmoderation: approved\norigin: {source: mastodon, url: \"https://town.example/" + id
                        + "\"}\nauthor: {name: Reader " + id + "}\npublished: "
                        + FIRST.plusSeconds(60L * minute) + "\ntext: " + id + " says\n" + more);
    }

    private Document page(String path) {
        return Jsoup.parse(site.page(path + "index.html"), "https://blog.example.com/" + path);
    }

    @Test
    void a_long_conversation_has_several_pages_and_a_way_through_them() {
        for (int i = 0; i < 120; i++) {
            says("a", "r" + i, "", i);
        }
        assertThat(site.build().diagnostics()).isEmpty();
        Document first = page("articles/a/feedback/");
        Document last = page("articles/a/feedback/page/3/");
        assertThat(first.select(".response")).hasSize(50);
        assertThat(last.select(".response")).hasSize(20);
        assertThat(last.select(".response").eachAttr("id")).startsWith("r100").endsWith("r119");
        assertThat(first.title()).startsWith("Answers to: A ·");
        assertThat(last.title()).startsWith("Answers to: A, page 3 ·");
        assertThat(first.select(".pager a").eachAttr("abs:href"))
                .containsExactly("https://blog.example.com/articles/a/feedback/page/2/");
        assertThat(last.select(".pager a").eachAttr("abs:href"))
                .containsExactly("https://blog.example.com/articles/a/feedback/page/2/");
        assertThat(last.select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://blog.example.com/articles/a/feedback/page/3/");
        assertThat(last.select("meta[name=robots]")).isEmpty();
        assertThat(site.page("sitemap.xml")).contains("/a/feedback/<").doesNotContain("/feedback/page/");
    }

    @Test
    void feeds_and_authors_lead_to_the_page_where_it_stands() {
        for (int i = 0; i < 60; i++) {
            says("a", "r" + i, "", i);
        }
        assertThat(site.build().succeeded()).isTrue();
        String place = "articles/a/feedback/page/2/#r59";
        assertThat(site.page("articles/a/feedback/atom.xml")).contains("https://blog.example.com/" + place);
        assertThat(page("authors/giulia-ferri/").select(".author-heard a").eachAttr("abs:href"))
                .contains("https://blog.example.com/" + place);
    }

    @Test
    void a_later_page_leads_to_the_beginning_in_the_other_language() {
        for (int i = 0; i < 51; i++) {
            says("a", "r" + i, "", i);
        }
        assertThat(site.build().succeeded()).isTrue();
        Document second = page("articles/a/feedback/page/2/");
        assertThat(second.select(".languages a").eachAttr("abs:href"))
                .containsExactly(
                        "https://blog.example.com/articles/a/feedback/page/2/",
                        "https://blog.example.com/it/articles/a-it/feedback/");
        assertThat(second.select("link[hreflang]")).isEmpty();
        assertThat(page("articles/a/feedback/").select("link[hreflang]")).hasSize(2);
    }

    @Test
    void a_page_of_answers_that_is_no_longer_needed_leads_to_the_first() {
        site.file("urls.lock", "/articles/a/feedback/page/7/\n");
        assertThat(site.build().diagnostics().stream().map(Diagnostic::message)).isEmpty();
        Element refresh = page("articles/a/feedback/page/7/").selectFirst("meta[http-equiv=refresh]");
        assertThat(refresh).isNotNull();
        assertThat(refresh.attr("content")).endsWith("/articles/a/feedback/");
    }

    @Test
    void what_is_too_much_below_one_answer_is_counted_and_led_to() {
        says("a", "top", "", 0);
        for (int i = 0; i < 130; i++) {
            says("a", "r" + i, "parent: top\n", i + 1);
        }
        assertThat(site.build().diagnostics()).isEmpty();
        Document page = page("articles/a/feedback/");
        assertThat(page.select(".response")).hasSize(101);
        Element more = page.selectFirst("#top > p a");
        assertThat(more).isNotNull();
        assertThat(more.text()).isEqualTo("30 more answers, where it was said");
        assertThat(more.attr("href")).isEqualTo("https://town.example/top");
        assertThat(page.select(".numbers").text()).isEqualTo("131 answers");
        // What is not on the page is found from what began its thread.
        assertThat(site.page("articles/a/feedback/atom.xml"))
                .contains("r129 says")
                .contains("/articles/a/feedback/#top");
        assertThat(page("authors/giulia-ferri/").select(".author-heard a").eachAttr("abs:href"))
                .contains("https://blog.example.com/articles/a/feedback/#top");
    }

    @Test
    void of_many_reactions_a_hundred_are_named() {
        for (int i = 0; i < 130; i++) {
            site.file(
                    "feedback/a/like-" + i + ".yml",
                    "kind: like\nmoderation: approved\norigin: {source: mastodon}\nauthor: {name: Reader " + i + "}\n");
        }
        assertThat(site.build().diagnostics()).isEmpty();
        Document page = page("articles/a/feedback/");
        assertThat(page.select(".reactions li")).hasSize(100);
        assertThat(page.select(".reactions > p").text()).isEqualTo("and 30 more");
        assertThat(List.of(page.select(".numbers").text())).containsExactly("130 likes");
    }

    @Test
    void what_readers_said_last_to_any_piece_stands_on_one_page_with_the_numbers_of_all() {
        site.article("b", "title: B\nauthor: marco-neri\ndate: 2026-05-01", "x")
                .article("secret", "title: S\nauthor: marco-neri\ndate: 2026-05-01\nunlisted: true", "x")
                .file("feedback/b/stars.yml", "kind: rating\nrating: 3\nmoderation: approved\n")
                .file("feedback/a/stars.yml", "kind: rating\nrating: 4\nmoderation: approved\n");
        says("a", "early", "", 1);
        says("b", "late", "", 2);
        says("secret", "hidden", "", 3);
        says("a.it", "italian", "", 4);
        assertThat(site.build().diagnostics()).isEmpty();
        Document all = page("feedback/");
        assertThat(all.select(".newest .response-text").eachText()).containsExactly("late says", "early says");
        assertThat(all.select(".newest .u-url").eachAttr("href"))
                .containsExactly("https://town.example/late", "https://town.example/early");
        assertThat(all.select(".newest li > p:last-child a").eachAttr("abs:href"))
                .containsExactly(
                        "https://blog.example.com/articles/b/",
                        "https://blog.example.com/articles/b/feedback/#late",
                        "https://blog.example.com/articles/a/",
                        "https://blog.example.com/articles/a/feedback/#early");
        assertThat(all.select(".numbers").text()).isEqualTo("★★★☆☆ 3.5 (2 votes) 2 answers");
        assertThat(page("it/feedback/").select(".newest .response-text").eachText())
                .containsExactly("italian says");
        assertThat(page("").select(".site-footer a").eachAttr("abs:href"))
                .contains("https://blog.example.com/feedback/");
    }

    @Test
    void feeds_of_all_answers_and_of_those_to_a_person_name_the_piece_and_what_is_answered() {
        site.article("b", "title: B\nauthor: marco-neri\ndate: 2026-05-01", "x");
        says("a", "first", "", 1);
        says("a", "second", "parent: first\n", 2);
        says("b", "other", "", 3);
        assertThat(site.build().diagnostics()).isEmpty();
        assertThat(Jsoup.parse(site.page("feedback/atom.xml"), Parser.xmlParser())
                        .select("entry > title")
                        .eachText())
                .containsExactly("Reader other: B", "Reader second: A", "Reader first: A");
        Document giulia = Jsoup.parse(site.page("authors/giulia-ferri/feedback/atom.xml"), Parser.xmlParser());
        assertThat(giulia.select("feed > title").text()).isEqualTo("Answers to Giulia Ferri · The Blog");
        assertThat(giulia.select("entry > id").eachText())
                .containsExactly(
                        "tag:blog.example.com,2026:a/answers/second", "tag:blog.example.com,2026:a/answers/first");
        assertThat(giulia.select("thr|in-reply-to").eachAttr("ref"))
                .containsExactly("tag:blog.example.com,2026:a/answers/first", "tag:blog.example.com,2026:a");
        assertThat(page("feeds/")
                        .select("#feeds-answers + ul a[href$=feed.xml]")
                        .eachAttr("abs:href"))
                .contains(
                        "https://blog.example.com/feedback/feed.xml",
                        "https://blog.example.com/authors/giulia-ferri/feedback/feed.xml");
    }

    @Test
    void a_page_of_ones_own_at_that_address_stays() {
        site.file("pages/feedback.md", "---\ntitle: Tell us\n---\nOwn words.");
        assertThat(site.build().diagnostics()).isEmpty();
        assertThat(page("feedback/").text()).contains("Own words.");
    }

    @Test
    void eight_readers_are_shown_below_the_piece_each_once_and_the_others_counted() {
        for (int i = 0; i < 10; i++) {
            says("a", "r" + i, "", i);
            site.file(
                    "feedback/a/like-" + i + ".yml",
                    "kind: like\nmoderation: approved\norigin: {source: mastodon}\nauthor: {name: Reader r" + i
                            + "}\n");
        }
        says("a", "own", "", 20);
        site.file(
                "feedback/a/own.yml",
                "kind: reply\nmoderation: approved\norigin: {source: mastodon}\nauthor: {name: Giulia, handle: \"@giulia@social.example\"}\ntext: x\n");
        assertThat(site.build().diagnostics()).isEmpty();
        Document piece = page("articles/a/");
        assertThat(piece.select(".readers .monogram")).hasSize(8);
        assertThat(piece.select(".readers li").eachAttr("title"))
                .startsWith("Reader r0")
                .doesNotContain("Giulia");
        assertThat(piece.select(".readers .quiet").text()).isEqualTo("and 2 more");
        assertThat(piece.select(".readers img")).isEmpty();
    }
}
