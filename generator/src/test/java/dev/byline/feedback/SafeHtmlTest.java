package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Conformance;
import dev.byline.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a stranger writes, in whatever field and format, runs nothing and loads nothing. */
final class SafeHtmlTest {
    private static final Set<String> HARMLESS = Set.of(
            "p",
            "br",
            "a",
            "em",
            "strong",
            "b",
            "i",
            "u",
            "del",
            "s",
            "code",
            "pre",
            "blockquote",
            "ul",
            "ol",
            "li",
            "sub",
            "sup");

    @TempDir
    private Path folder;

    @Test
    void no_payload_survives_in_any_format() {
        List<String> payloads = Conformance.hostile();
        for (String payload : payloads) {
            for (String format : List.of("html", "markdown", "plain")) {
                assertHarmless(SafeHtml.of(FeedbackItems.saying(payload, format)), payload);
            }
        }
        System.out.println("Hostile texts made safe: " + payloads.size() + " in 3 formats");
    }

    private static void assertHarmless(String html, String payload) {
        for (Element element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
            if (element.normalName().equals("body")) {
                continue;
            }
            assertThat(element.normalName()).as(payload).isIn(HARMLESS);
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).as(payload).isIn("href", "rel");
                if (attribute.getKey().equals("href")) {
                    assertThat(attribute.getValue().toLowerCase(Locale.ROOT))
                            .as(payload)
                            .matches("(?s)(https?:|mailto:).*");
                }
            }
        }
    }

    @Test
    void no_payload_in_any_field_of_a_feedback_file_reaches_the_page() throws IOException {
        Dump yaml = new Dump(DumpSettings.builder().build());
        TestSite site = TestSite.in(folder).article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        List<String> payloads = Conformance.hostile();
        for (int i = 0; i < payloads.size(); i++) {
            String word =
                    yaml.dumpToString(FeedbackFile.printable(payloads.get(i))).strip();
            if (word.startsWith("|") || word.startsWith(">") || word.contains("\n")) {
                continue;
            }
            site.file(
                    "feedback/a/item-" + i + ".yml",
                    "kind: reply\nmoderation: approved\nformat: html\norigin: {source: x}\nauthor:\n  name: " + word
                            + "\n  handle: " + word + "\n  url: " + word + "\ntext: " + word + "\n");
        }
        assertThat(site.build().succeeded()).isTrue();
        List<Path> pages;
        try (Stream<Path> files = Files.walk(site.output().resolve("articles/a/feedback"))) {
            pages = files.filter(file -> file.endsWith("index.html")).toList();
        }
        int shown = 0;
        for (Path page : pages) {
            shown += responsesOf(Jsoup.parse(Files.readString(page)));
        }
        assertThat(shown).isGreaterThan(400);
    }

    /** Looks at a page that shows hostile items; tells how many it shows. */
    private static int responsesOf(Document page) {
        // The page's own data are two: the piece and the way to it. No payload ends them, and they are JSON.
        Elements data = page.select("script[type=application/ld+json]");
        assertThat(data).hasSize(2);
        assertThat(data.stream().map(Element::data)).noneMatch(text -> text.contains("<"));
        data.forEach(element -> JsonMapper.shared().readTree(element.data()));
        data.remove();
        assertThat(page.select("script, iframe, object, embed, form, img, svg, math, style, link[rel=import]"))
                .isEmpty();
        for (Element element : page.body().getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on").isNotEqualTo("style");
                assertThat(attribute.getValue().strip().toLowerCase(Locale.ROOT))
                        .doesNotStartWith("javascript:");
            }
        }
        return page.select(".response").size();
    }

    @Test
    void what_is_harmless_stays() {
        assertThat(SafeHtml.of(FeedbackItems.saying(
                        "<p>A <b>b</b> <a href=\"https://x.example/\" class=\"y\">c</a></p>", "html")))
                .isEqualTo("<p>A <b>b</b> <a href=\"https://x.example/\" rel=\"nofollow ugc noopener\">c</a></p>");
        assertThat(SafeHtml.of(FeedbackItems.saying("One & two\nthree\n\n<four>", "plain")))
                .isEqualTo("<p>One &amp; two<br>three</p><p>&lt;four&gt;</p>");
        assertThat(SafeHtml.of(FeedbackItems.saying("A *b*\n\n- c", "markdown")))
                .isEqualTo("<p>A <em>b</em></p>\n<ul>\n<li>c</li>\n</ul>");
    }

    @Test
    void no_text_ends_the_list_that_it_stands_in() {
        assertThat(SafeHtml.of(FeedbackItems.saying("a<li>b", "html"))).isEqualTo("a<ul><li>b</li></ul>");
        assertThat(SafeHtml.of(FeedbackItems.saying("<ul>a<p>b</p><li>c</li></ul>", "html")))
                .isEqualTo("<ul><li>a</li><li><p>b</p></li><li>c</li></ul>");
        assertThat(SafeHtml.of(FeedbackItems.saying("<em>a<p>b</p></em>", "html")))
                .isEqualTo("a<p>b</p>");
    }

    @Test
    void a_link_that_leads_nowhere_is_no_link() {
        for (String href : List.of(
                "/x", "#x", "javascript:x", "http:x", "https://a:b@c.example/", "mailto:a@b.example?subject=x")) {
            assertThat(SafeHtml.of(FeedbackItems.saying("<a href='" + href + "'>x</a>", "html")))
                    .as(href)
                    .isEqualTo("x");
        }
        assertThat(SafeHtml.of(FeedbackItems.saying("<a href='mailto:a@b.example'>x</a>", "html")))
                .isEqualTo("<a href=\"mailto:a@b.example\" rel=\"nofollow ugc noopener\">x</a>");
    }

    @Test
    void a_name_cannot_turn_the_text_around_it_or_hide() {
        assertThat(SafeHtml.name("Ev\u202Eil\u200B\u0007 \n Name")).isEqualTo("Evil Name");
        assertThat(SafeHtml.name("x".repeat(500))).hasSize(81);
    }

    @Test
    void a_megabyte_of_text_is_cut() {
        assertThat(SafeHtml.of(FeedbackItems.saying("x".repeat(1_000_000), "plain"))
                        .length())
                .isLessThan(21_000);
    }
}
