package dev.byline.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts for feeds and letters. */
final class StandaloneTest {
    private static final String PAGE = "https://blog.example/a/";

    private static String html(String html) {
        return Standalone.html(html, PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x</script>",
                "<STYLE>x</STYLE>",
                "<form>x<input></form>",
                "<iframe src=x></iframe>",
                "<object><img src=x></object>",
                "<svg><style>x</style><script>y</script></svg>",
                "<select><option>x</option></select>",
                "<noscript><img src=x></noscript>",
                "<picture><form><img src=x></form></picture>"
            })
    void what_runs_or_asks_goes_with_what_is_in_it(String unfit) {
        assertThat(Jsoup.parse(html("a" + unfit + "b")).body().select("*").eachAttr("src"))
                .isEmpty();
        assertThat(html("a" + unfit + "b").replaceAll("</?svg>", "")).isEqualTo("ab");
    }

    @Test
    void attributes_for_our_style_sheets_and_scripts_go_and_footnotes_keep_their_ids() {
        assertThat(html("<p class=a style=b role=c data-d=e ONCLICK=f id=g title=h>x</p><p id=fn-1>y</p>"))
                .isEqualTo("<p title=\"h\">x</p><p id=\"fn-1\">y</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "#b, https://blog.example/a/#b",
        "#, https://blog.example/a/#",
        "#b c, https://blog.example/a/#b c",
        "?q, https://blog.example/a/?q",
        "../c, https://blog.example/c",
        "/../d, https://blog.example/d",
        "//e.example, https://e.example",
        "https://e.example, https://e.example",
        "https://E.example/f/@g?h=i#j, https://E.example/f/@g?h=i#j",
        "https://user@e.example/f, https://e.example/f",
        "https://e.example/é/水, https://e.example/é/水",
        "mailto:k@e.example, mailto:k@e.example",
        "javascript:l, javascript:l",
        "'data:image/png;base64,m', 'data:image/png;base64,m'"
    })
    void every_address_is_full(String address, String full) {
        assertThat(html("<a href=\"" + address + "\">x</a><img src=\"" + address + "\">"))
                .isEqualTo("<a href=\"" + full + "\">x</a><img src=\"" + full + "\">");
    }

    @Test
    void spaces_around_an_address_and_lines_in_it_go() {
        assertThat(html("<a href=' https://e.example/f \n'>x</a>")).isEqualTo("<a href=\"https://e.example/f\">x</a>");
    }

    @Test
    void of_a_pages_address_with_a_query_a_fragment_keeps_it() {
        assertThat(Standalone.html("<a href=#b>x</a>", "https://blog.example/a?c"))
                .isEqualTo("<a href=\"https://blog.example/a?c#b\">x</a>");
    }

    @Test
    void a_picture_is_its_largest_jpeg_that_is_smaller_than_the_original() {
        assertThat(html("<picture><source type=image/webp srcset='/s.webp 1w'>"
                        + "<source type=image/jpeg srcset='/s.jpg 480w, /m.jpg 960w'>"
                        + "<img src=/l.jpg width=2 height=1 alt=x loading=lazy decoding=async class=y></picture>"))
                .isEqualTo("<img src=\"https://blog.example/m.jpg\" alt=\"x\">");
        assertThat(html("<picture><source srcset=/a></picture>")).isEmpty();
    }

    @Test
    void a_formula_is_its_tex() {
        assertThat(html("<math alttext='x^2 < 3'><mi>x</mi></math>")).isEqualTo("<code>x^2 &lt; 3</code>");
    }

    @Test
    void no_depth_and_no_length_is_too_much() {
        assertThat(html("<div class=x>".repeat(20_000) + "<a href=#b>x</a>")).contains(PAGE + "#b");
        String address = "https://e.example/" + "a".repeat(1 << 20);
        assertThat(html("<a href=\"" + address + "\">x</a>")).contains(address);
    }
}
