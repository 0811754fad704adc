package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.TestSite;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the files of feedback, a page builds, and it says what it can and no more. */
final class HostileFeedbackTest {
    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder)
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .article("b", "title: B\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
    }

    private static String item(String id, String name, String text) {
        return """
                kind: reply
                origin: {source: mastodon, id: "%s"}
                author: {name: "%s", handle: "@a@town.example"}
                text: "%s"
                moderation: approved
                """.formatted(id, name, text);
    }

    private Document page() {
        assertThat(site.build().succeeded()).isTrue();
        return Jsoup.parse(site.page("articles/a/feedback/index.html"));
    }

    @Test
    void a_name_that_turns_or_cannot_be_seen_is_a_plain_one_or_a_readers() {
        site.file("feedback/a/mastodon-1.yml", item("1", "\\u202EevilliG\\u2066 ", "one\\u202E two"))
                .file(
                        "feedback/a/mastodon-2.yml",
                        item("2", "\\u200B\\u2060\\uFEFF\\u200F", "two")
                                .replace("handle: \"@a@town.example\"", "handle: \"\""));
        assertThat(page().select(".response .p-name").eachText()).containsExactly("evilliG", "A reader");
        assertThat(site.page("articles/a/feedback/index.html"))
                .doesNotContain("\u202E")
                .doesNotContain("\u2066");
    }

    @Test
    void the_same_answer_in_two_files_or_under_two_articles_is_two_and_stops_nothing() {
        site.file("feedback/a/mastodon-1.yml", item("1", "Ann", "once"))
                .file("feedback/a/mastodon-1-copy.yml", item("1", "Ann", "once"))
                .file("feedback/b/mastodon-1.yml", item("1", "Ann", "once"));
        assertThat(page().select(".response")).hasSize(2);
        assertThat(site.problems()).isEmpty();
    }

    @Test
    void both_sides_of_a_merge_are_told_with_line_and_the_rest_is_shown() {
        site.file("feedback/a/mastodon-1.yml", item("1", "Ann", "kept"))
                .file(
                        "feedback/a/mastodon-2.yml",
                        item("2", "Ben", "lost")
                                .replace("text:", "<<<<<<< HEAD\ntext: \"x\"\n=======\ntext:")
                                .replace("moderation", ">>>>>>> other\nmoderation"));
        assertThat(page().select(".response-text").eachText()).containsExactly("kept");
        assertThat(site.problems())
                .containsExactly(
                        "feedback/a/mastodon-2.yml:4:1: warning: git could not join two changes here; keep one of the two"
                                + " sides, and remove the lines with <<<<<<<, ======= and >>>>>>>; the item is left out");
    }

    @Test
    void a_colleague_and_the_company_are_marked_and_who_claims_to_be_one_in_a_form_is_not() {
        site.file("feedback/a/mastodon-1.yml", item("1", "Acme", "We").replace("@a@town", "@acme@social"))
                .file(
                        "feedback/a/bluesky-2.yml",
                        item("2", "Marco", "I")
                                .replace("mastodon", "bluesky")
                                .replace("@a@town.example", "marco.example.com"))
                .file("feedback/a/mastodon-3.yml", item("3", "Giulia", "Me").replace("@a@town", "@giulia@social"))
                .file(
                        "feedback/a/intake-4.yml",
                        item("4", "Giulia", "Fake")
                                .replace("mastodon", "intake")
                                .replace("@a@town", "@giulia@social"));
        assertThat(page().select(".response").eachText())
                .anyMatch(text -> text.contains("Acme") && text.contains("Our team"))
                .anyMatch(text -> text.contains("Marco") && text.contains("Our team"))
                .anyMatch(text -> text.contains("Me") && text.contains("Author"))
                .anyMatch(text -> text.contains("Fake") && !text.contains("Author") && !text.contains("Our team"));
    }
}
