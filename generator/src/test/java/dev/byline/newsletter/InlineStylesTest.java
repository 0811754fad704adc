package dev.byline.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Styles on the elements themselves. */
final class InlineStylesTest {
    private final Diagnostics diagnostics = new Diagnostics();

    private Document styled(String css, String html) {
        Document document = Jsoup.parseBodyFragment(html);
        InlineStyles.of(css, Place.of("x.css"), diagnostics).applyTo(document);
        return document;
    }

    @Test
    void the_last_rule_wins_and_what_the_element_says_wins_over_all() {
        Document document = styled(
                "/* a { } */ .a, h1 { color: red; margin: 1px }\np { color: blue; padding: 2px }",
                "<p class=a style='padding:0'>x</p>");
        assertThat(document.select("p").attr("style")).isEqualTo("margin:1px;color:blue;padding:0");
        assertThat(document.select("p").hasAttr("class")).isFalse();
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void what_selects_nothing_and_what_is_no_rule_are_told_with_their_lines() {
        styled("p { margin: 0 }\n/* two\nlines */\na::before { x: y }\n}}", "<p>x</p>");
        assertThat(diagnostics.all())
                .extracting(Object::toString)
                .anyMatch(line -> line.startsWith("x.css:4:1") && line.contains("a::before"))
                .anyMatch(line -> line.startsWith("x.css:5:1") && line.contains("not a rule"));
    }
}
