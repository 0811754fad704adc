package dev.byline.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

/** The marks of a printed text. */
final class TypographyTest {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(AutolinkExtension.create(), TablesExtension.create()))
            .customInlineContentParserFactory(new Escaped.Factory())
            .build();

    private static String html(String markdown, String language) {
        Node document = PARSER.parse(markdown);
        Typography.set(document, Locale.forLanguageTag(language));
        Escaped.unwrapIn(document);
        return HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .render(document)
                .strip();
    }

    private static String en(String markdown) {
        return html(markdown, "en").replaceAll("</?p>", "");
    }

    @Test
    void code_html_addresses_and_escaped_marks_stay() {
        assertThat(en("`\"a\" -- ...`")).isEqualTo("<code>&quot;a&quot; -- ...</code>");
        assertThat(en("<kbd title=\"--\">\"--\"</kbd>")).isEqualTo("<kbd title=\"--\">&quot;--&quot;</kbd>");
        assertThat(en("https://x.example/a--b")).contains(">https://x.example/a--b</a>");
        assertThat(en("[a](https://x.example/a--b)")).contains("href=\"https://x.example/a--b\"");
        assertThat(en("\\\"a\\\" \\-- \\...")).isEqualTo("&quot;a&quot; -- ...");
    }

    @Test
    void marks_that_belong_to_nothing_stay() {
        assertThat(en("a \" b ' c")).isEqualTo("a &quot; b ' c");
        assertThat(en("5'10\" tall")).isEqualTo("5'10&quot; tall");
        assertThat(en("---- .... --> <!- use --verbose")).doesNotContain("–", "—", "…");
    }

    @Test
    void a_text_that_is_all_marks_takes_no_long_time() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> en("'a \"b ".repeat(20_000)));
    }

    @Test
    void a_cell_of_a_table_begins_anew() {
        assertThat(en("| \"a\" | \"b\" |\n|---|---|\n| \"c\" | 'd' |")).contains(">“a”<", ">“b”<", ">“c”<", ">‘d’<");
    }

    @Test
    void quotations_go_over_emphasis_and_links() {
        assertThat(en("\"*really*\"")).isEqualTo("“<em>really</em>”");
        assertThat(en("*\"a\"*, (\"b\") \"[c](x)\".")).isEqualTo("<em>“a”</em>, (“b”) “<a href=\"x\">c</a>”.");
        assertThat(en("\"`code`\"")).isEqualTo("“<code>code</code>”");
    }

    @Test
    void quotations_stand_in_quotations() {
        assertThat(en("\"He said 'no', didn't he?\"")).isEqualTo("“He said ‘no’, didn’t he?”");
        assertThat(en("\"'Yes,' she said.\"")).isEqualTo("“‘Yes,’ she said.”");
        assertThat(en("'90s rock 'n' roll, the dogs' bowls")).contains("’90s").contains("dogs’");
    }

    @Test
    void dashes_and_dots() {
        assertThat(en("a -- b, 1--2, a---b...")).isEqualTo("a – b, 1–2, a—b…");
    }

    @Test
    void each_language_has_its_own() {
        assertThat(html("\"a 'b'\"", "de")).isEqualTo("<p>„a ‚b‘“</p>");
        assertThat(html("\"a\" l'ami", "fr")).isEqualTo("<p>«\u202fa\u202f» l’ami</p>");
        assertThat(html("\"a 'b'\" l'amico", "it")).isEqualTo("<p>«a “b”» l’amico</p>");
        assertThat(html("\"a\"", "es")).isEqualTo("<p>«a»</p>");
        assertThat(html("\"a\"", "ar")).isEqualTo("<p>«a»</p>");
        assertThat(html("\"a\"", "sv")).isEqualTo("<p>”a”</p>");
        assertThat(html("\"a\"", "pl")).isEqualTo("<p>„a”</p>");
        assertThat(html("\"a\"", "ja")).isEqualTo("<p>「a」</p>");
        assertThat(html("\"a\"", "tlh")).isEqualTo("<p>“a”</p>");
    }
}
