package dev.byline.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.TestSite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site may say the same otherwise in one language: the nearest template is taken, and a broken one is told. */
final class TemplateOfALanguageTest {
    private static final String PLAIN = "<#ftl output_format=\"plainText\">";

    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder)
                .file("authors/giulia-ferri.yml", """
                        name: Giulia Ferri
                        handles: {mastodon: "@giulia@social.example", akkoma: "@giulia@social.example"}
                        """)
                .article("en", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\nlanguage: en", "Text.")
                .article("it", "title: B\nauthor: giulia-ferri\ndate: 2026-05-01\nlanguage: it", "Testo.");
    }

    private String draft(String article, String network) {
        assertThat(site.problems()).isEmpty();
        String file = site.draft(article + "/giulia-ferri." + network + ".md");
        return file.substring(file.lastIndexOf("---\n") + 4).strip();
    }

    @Test
    void a_template_of_the_language_stands_before_the_sites_own_and_that_before_the_themes() {
        String themes = draft("en", "mastodon");
        site.file("templates/social/mastodon.ftl", PLAIN + "All: ${url}");
        assertThat(draft("en", "mastodon")).startsWith("All: https://").isNotEqualTo(themes);
        assertThat(draft("it", "mastodon")).startsWith("All: https://");
        site.file("templates/social/mastodon.it.ftl", PLAIN + "Tutti: ${url}");
        assertThat(draft("en", "mastodon")).startsWith("All: https://");
        assertThat(draft("it", "mastodon")).startsWith("Tutti: https://");
    }

    @Test
    void a_template_that_another_includes_is_that_of_the_language_too() {
        site.file("templates/social/mastodon.it.ftl", PLAIN + "Tutti: ${url}");
        assertThat(draft("it", "akkoma")).startsWith("Tutti: https://");
        assertThat(draft("en", "akkoma")).doesNotContain("Tutti");
    }

    @Test
    void a_template_of_a_country_stands_before_that_of_its_language() {
        site.file("site.yml", """
                        title: The Blog
                        url: https://blog.example.com/
                        timeZone: Europe/Rome
                        languages: [en, it-CH, it]
                        """)
                .file("templates/social/mastodon.it.ftl", PLAIN + "Tutti: ${url}")
                .article("it", "title: B\nauthor: giulia-ferri\ndate: 2026-05-01\nlanguage: it-CH", "Testo.");
        assertThat(draft("it", "mastodon")).startsWith("Tutti: https://");
        site.file("templates/social/mastodon.it-CH.ftl", PLAIN + "Svizzeri: ${url}");
        assertThat(draft("it", "mastodon")).startsWith("Svizzeri: https://");
    }

    @Test
    void one_that_cannot_be_read_is_told_with_file_line_and_column() {
        site.file("templates/social/mastodon.it.ftl", PLAIN + "\n${url}\n<#if person>\n");
        assertThat(site.problems())
                .singleElement()
                .asString()
                .matches("templates/social/mastodon\\.it\\.ftl:3:\\d+: error: a template that cannot be read.*");
    }

    @Test
    void one_that_asks_for_what_is_not_there_is_told_with_file_line_and_column() {
        site.file("templates/social/mastodon.it.ftl", PLAIN + "\n${ulr}\n");
        assertThat(site.problems())
                .singleElement()
                .asString()
                .startsWith("templates/social/mastodon.it.ftl:2:3: error: a template that fails: ulr is not there");
    }

    @Test
    void a_page_can_be_otherwise_in_one_language_too() {
        site.file("templates/parts/footer.it.ftl", "<footer>Solo qui</footer>");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("it/articles/it/index.html")).contains("Solo qui");
        assertThat(site.page("articles/en/index.html")).doesNotContain("Solo qui");
    }
}
