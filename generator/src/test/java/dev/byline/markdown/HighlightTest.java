package dev.byline.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.renderer.html.HtmlWriter;
import org.junit.jupiter.api.Test;

/** Colours for code. */
final class HighlightTest {
    private static String html(String code, String language) {
        StringBuilder html = new StringBuilder();
        Highlight.write(code, language, new HtmlWriter(html));
        return html.toString();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    @Property(tries = 2000)
    void whatever_stands_in_a_block_its_text_stays(@ForAll("codes") String code, @ForAll("languages") String language) {
        assertThat(text(html(code, language))).isEqualTo(code);
    }

    @Provide
    static Arbitrary<String> languages() {
        return Arbitraries.of(StreamSupport.stream(CodeLanguage.names().spliterator(), false)
                .sorted()
                .toList());
    }

    @Provide
    static Arbitrary<String> codes() {
        Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(60).map(s -> s.replace("\r", ""));
        Arbitrary<String> likely = Arbitraries.of(
                        "<?php ",
                        "<script>",
                        "</",
                        "\"",
                        "'",
                        "\"\"\"",
                        "/*",
                        "*/",
                        "//",
                        "#",
                        "${",
                        "}",
                        "\n",
                        " ",
                        "\t",
                        "\\",
                        "`",
                        "<%",
                        "%>",
                        "<!--",
                        "-->",
                        "0x1F",
                        "int x",
                        "if",
                        "é",
                        "\uD83D\uDE00",
                        "+a\n",
                        "-b\n",
                        "&amp;",
                        "=begin\n",
                        "<<EOT\n",
                        "[[",
                        "@",
                        ":")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
        return Combinators.combine(anything, likely).as((a, b) -> a + b);
    }

    @Test
    void a_language_that_nobody_knows_stays_plain() {
        assertThat(html("<b> & return", "klingon")).isEqualTo("&lt;b&gt; &amp; return");
        assertThat(html("return", "")).isEqualTo("return");
    }

    @Test
    void a_huge_block_stays_plain() {
        assertThat(html("return 1;\n".repeat(10_001), "java")).doesNotContain("<span");
    }

    @Test
    void java_has_its_words_types_texts_numbers_and_comments() {
        assertThat(html("return 1; // <b>\nString s = \"x\";", "java"))
                .contains("<span class=\"tok-keyword\">return</span>")
                .contains("<span class=\"tok-number\">1</span>")
                .contains("<span class=\"tok-comment\">// &lt;b&gt;</span>")
                .contains("<span class=\"tok-string\">&quot;x&quot;</span>");
    }

    @Test
    void a_comment_goes_over_lines() {
        assertThat(html("/* a\nb */ c", "java")).contains("<span class=\"tok-comment\">b */</span>");
    }

    @Test
    void common_other_names_are_known() {
        for (String name : List.of("js", "ts", "py", "sh", "bash", "yml", "kt", "cs", "c++", "JSON", "go", "rs")) {
            assertThat(CodeLanguage.find(name)).as(name).isPresent();
        }
    }

    @Test
    void a_diff_shows_what_came_and_went() {
        assertThat(html("+a\n-b\n c\n@@ 1 @@", "diff"))
                .isEqualTo("<span class=\"tok-inserted\">+a</span>\n<span class=\"tok-deleted\">-b</span>\n c\n"
                        + "<span class=\"tok-keyword\">@@ 1 @@</span>");
    }

    @Test
    void many_threads_get_the_same_colours() {
        String code = "/* a\nb */ int x = \"s\";\n".repeat(50);
        String once = html(code, "java");
        assertThat(IntStream.range(0, 200).parallel().mapToObj(n -> html(code, "java")))
                .allMatch(once::equals);
    }
}
