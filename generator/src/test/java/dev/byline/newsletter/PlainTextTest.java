package dev.byline.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.network.Graphemes;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** How pages read where there is nothing but letters of one width. */
final class PlainTextTest {
    private static String text(String html) {
        return new PlainText().of(Jsoup.parse(html).body());
    }

    @Test
    void headings_are_underlined_as_wide_as_they_are() {
        assertThat(text("<h1>Two hats</h1><h2>題名</h2><h3>Third</h3>")).isEqualTo("""
                Two hats
                ========

                題名
                ----

                Third
                """);
    }

    @Test
    void each_address_has_one_number_and_stands_at_the_end() {
        assertThat(text("<p><a href='https://a.example/'>One</a>, <a href='https://b.example/x'>two</a>, "
                        + "<a href='https://a.example/'>one again</a>, <a href='https://c.example/'>c.example</a></p>"))
                .isEqualTo("""
                        One [1], two [2], one again [1], c.example

                        --------------------------------------
                        [1] https://a.example/
                        [2] https://b.example/x
                        """);
    }

    @Test
    void lists_quotes_and_code_keep_their_shape() {
        assertThat(
                        text(
                                "<ol start=9><li>Nine</li><li>Ten<ul><li>a</li><li>b</li></ul></li></ol>"
                                        + "<blockquote><p>Said.</p><p>Twice.</p></blockquote><pre><code>if (x) {\n  y();\n}\n</code></pre>"))
                .isEqualTo("""
                        9. Nine
                        10. Ten

                            * a
                            * b

                        > Said.
                        >
                        > Twice.

                            if (x) {
                              y();
                            }
                        """);
    }

    @Test
    void a_table_stands_in_columns_where_it_has_room_and_in_rows_where_not() {
        String table = "<table><tr><th>Network</th><th>Counts</th></tr><tr><td>Bluesky</td><td>%s</td></tr></table>";
        assertThat(text(table.formatted("graphemes"))).isEqualTo("""
                Network | Counts
                --------+----------
                Bluesky | graphemes
                """);
        assertThat(text(table.formatted("very ".repeat(20) + "long"))).isEqualTo("""
                Network: Bluesky
                Counts: very very very very very very very very very very very very very
                very very very very very very very long
                """);
    }

    @Test
    void images_are_what_they_show_and_ornaments_are_nothing() {
        assertThat(text("<p><img alt='A drum'> <img alt=''></p><div aria-hidden=true>GF</div>"))
                .isEqualTo("[A drum]\n");
    }

    @Test
    void no_line_is_wider_than_76_columns_but_for_what_has_no_place_to_break() {
        String address = "https://example.com/" + "x".repeat(100);
        String[] lines = text("<p>" + "Words of a text. ".repeat(30) + address + " 日本語の文章、".repeat(30) + "</p>")
                .split("\n");
        assertThat(lines).hasSizeGreaterThan(8).contains(address);
        assertThat(lines).filteredOn(line -> !line.equals(address)).allMatch(line -> Columns.of(line) <= 76);
        assertThat(lines).noneMatch(line -> line.startsWith("、"));
    }

    @Test
    void no_grapheme_is_torn() {
        String text = "が\u3099字👩‍👩‍👧‍👦".repeat(60);
        List<String> before = Graphemes.of(text);
        assertThat(Columns.lines(text, 30).stream()
                        .flatMap(line -> Graphemes.of(line).stream())
                        .toList())
                .isEqualTo(before);
    }

    @Test
    void quotes_within_quotes_without_end_are_read() {
        assertThat(text("<blockquote>".repeat(500) + "deep")).contains("> > >", "deep");
    }
}
