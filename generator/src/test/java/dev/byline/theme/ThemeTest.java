package dev.byline.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Byline;
import dev.byline.TestSite;
import dev.byline.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site may change of the theme, and what happens when it does so wrongly. */
final class ThemeTest {
    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder).article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "Text.");
    }

    private String onlyProblem() {
        assertThat(site.problems()).hasSize(1);
        return site.problems().get(0);
    }

    @Test
    void a_template_that_cannot_be_read_is_told_with_line_and_column_and_the_output_stays() {
        site.build();
        Map<String, String> before = TestSite.contents(site.output());
        site.file("templates/parts/footer.ftl", "<footer>\n<#if site.title>\n</footer>\n");
        assertThat(onlyProblem())
                .startsWith("templates/parts/footer.ftl:3:")
                .contains("error: a template that cannot be read");
        assertThat(TestSite.contents(site.output())).isEqualTo(before);
    }

    @Test
    void a_template_that_asks_for_what_is_not_there_names_it_and_the_way_to_it() {
        site.file("templates/parts/footer.ftl", "<footer>\n<p>${site.titel}</p></footer>\n");
        assertThat(onlyProblem())
                .startsWith("templates/parts/footer.ftl:2:")
                .contains("site.titel")
                .contains("layout.ftl");
    }

    @Test
    void a_missing_word_is_told_with_its_key() {
        site.file("templates/parts/footer.ftl", "<footer>${t(\"no.such.word\")}</footer>\n");
        assertThat(onlyProblem()).startsWith("templates/parts/footer.ftl:1:").contains("no message \"no.such.word\"");
    }

    @Test
    void a_template_that_reaches_for_a_class_is_refused() {
        for (String attempt : new String[] {
            "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
            "${site.getClass().getName()}",
            "${site.class}",
            "${site?api.title()}",
            "<#assign loader = t.class.classLoader>${loader}"
        }) {
            site.file("templates/parts/footer.ftl", "<footer>" + attempt + "</footer>\n");
            assertThat(onlyProblem())
                    .startsWith("templates/parts/footer.ftl:1:")
                    .contains("error: a template that fails");
        }
    }

    @Test
    void a_template_cannot_be_included_from_outside() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        site.file("templates/parts/footer.ftl", "<footer><#include \"../../secret.txt\"></footer>\n");
        assertThat(onlyProblem()).contains("error");
        assertThat(site.output()).doesNotExist();
    }

    @Test
    void a_word_of_ones_own_stands_in_its_place() {
        site.file("templates/messages_en.properties", "nav.authors=The people\n");
        site.build();
        assertThat(site.page("index.html")).contains(">The people</a>");
    }

    @Test
    void every_file_that_is_listed_can_be_ejected_and_changes_nothing_by_itself() {
        site.build();
        Map<String, String> before = TestSite.contents(site.output());
        for (String name : new Byline().themeFiles()) {
            assertThat(new Byline().eject(folder, name)).as(name).isEmpty();
        }
        assertThat(site.problems()).isEmpty();
        assertThat(TestSite.contents(site.output())).isEqualTo(before);
    }

    @Test
    void what_was_ejected_is_never_overwritten() throws IOException {
        site.file("templates/page.ftl", "mine");
        assertThat(new Byline().eject(folder, "page.ftl"))
                .singleElement()
                .extracting(Diagnostic::message)
                .isEqualTo("it is there already");
        assertThat(folder.resolve("templates/page.ftl")).hasContent("mine");
        assertThat(new Byline().eject(folder, "paeg.ftl").get(0).toString()).contains("did you mean \"page.ftl\"?");
        assertThat(new Byline().eject(folder, "../site.yml").get(0).message()).isEqualTo("the theme has no such file");
    }

    @Test
    void a_colour_that_is_hard_to_read_is_told_with_one_that_would_do() throws IOException {
        String settings = Files.readString(folder.resolve("site.yml"));
        site.file("site.yml", settings + "theme: {accent: \"#ff9900\", inkDark: \"#333333\"}\n");
        assertThat(site.problems())
                .hasSize(2)
                .anyMatch(line -> line.matches(
                        ".*\"accent\" is hard to read in light mode: its contrast is \\d\\.\\d.*try #\\w{6}"))
                .anyMatch(line -> line.contains("\"inkDark\" is hard to read in dark mode"));
        site.file("site.yml", settings + "theme: {accent: \"#0b6e4f\", paper: \"#ffffff\"}\n");
        assertThat(site.problems()).isEmpty();
    }

    @Test
    void style_sheets_lose_what_no_browser_needs_and_nothing_else() {
        assertThat(Stylesheet.minified("""
                /* A comment; with { marks } */
                a > b,
                a :hover { color : red; content: "  /* kept */  "; width: calc(1px + 2px); }
                @media (min-width: 1px) and (max-width: 2px) { p { margin: 0 auto; } }
                """))
                .isEqualTo("a > b,a :hover{color : red;content: \"  /* kept */  \";width: calc(1px + 2px)}"
                        + "@media (min-width: 1px) and (max-width: 2px){p{margin: 0 auto}}\n");
    }
}
