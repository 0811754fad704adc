package dev.byline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.PublishReport;
import dev.byline.RehearsalReport;
import dev.byline.TestSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code publish}, {@code withdraw} and {@code rehearse}, as a person at a shell uses them. */
final class PublishCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder)
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .file("drafts/a/acme.mastodon.md", draft("mastodon"));
    }

    private static String draft(String network) {
        return "---\narticle: a\naccount: acme\nnetwork: " + network + "\nstatus: approved\n---\nWe tell.\nAll of it.";
    }

    private int byline(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void a_dry_run_tells_what_is_due_in_a_table() {
        assertThat(byline("publish", folder.toString(), "--dry-run")).isZero();
        assertThat(out.toString().lines())
                .containsExactly("due  a  acme  mastodon  We tell.", "1 due; 5 drafts not approved");
    }

    @Test
    void json_holds_the_figures_and_each_post() {
        assertThat(byline("publish", folder.toString(), "--dry-run", "--json")).isZero();
        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        assertThat(json.path("due").asInt()).isEqualTo(1);
        assertThat(json.path("posts").path(0).path("network").asString()).isEqualTo("mastodon");
        assertThat(json.path("diagnostics").isEmpty()).isTrue();
    }

    @Test
    void without_a_token_the_exit_code_is_that_of_a_network_that_failed() {
        assertThat(byline("publish", folder.toString(), "--no-page-check")).isEqualTo(3);
        assertThat(out.toString()).contains("no token: set BYLINE_MASTODON_TOKEN_ACME");
    }

    @Test
    void a_broken_ledger_has_the_exit_code_of_content() {
        site.file("ledger/a.yml", "posts: [\n");
        assertThat(byline("publish", folder.toString(), "--no-page-check")).isEqualTo(1);
        assertThat(err.toString()).startsWith("ledger/a.yml:");
    }

    @Test
    void withdrawing_or_settling_everything_at_once_is_wrong_use() {
        assertThat(byline("withdraw", folder.toString())).isEqualTo(2);
        assertThat(byline("publish", folder.toString(), "--settle", "posted")).isEqualTo(2);
        assertThat(byline("publish", folder.toString(), "--article", "a", "--settle", "perhaps"))
                .isEqualTo(2);
    }

    @Test
    void a_rehearsal_shows_the_posts_and_leaves_the_ledger_as_it_is() {
        site.file("drafts/a/acme.bluesky.md", draft("bluesky"));
        assertThat(byline("rehearse", folder.toString())).isZero();
        assertThat(out.toString())
                .contains("--- mastodon, @acme\nWe tell.\nAll of it.\n"
                        .replace("\n", System.lineSeparator())
                        .replace("We tell." + System.lineSeparator(), "We tell.\n"))
                .contains("--- bluesky, @acme.example")
                .contains("2 posted");
        assertThat(folder.resolve("ledger")).doesNotExist();
    }

    @Test
    void a_rough_rehearsal_makes_no_post_twice() {
        assertThat(byline("rehearse", folder.toString(), "--rough")).isZero();
        assertThat(out.toString().split("We tell\\.", -1)).hasSize(2);
        assertThat(out.toString()).contains("of 1 posts, each is there once");
    }

    @Test
    void a_rough_rehearsal_goes_on_until_nothing_is_left_and_tells_each_round() {
        for (String id : List.of("b", "c", "d", "e")) {
            site.article(id, "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
            for (String network : List.of("mastodon", "bluesky")) {
                site.file(
                        "drafts/" + id + "/acme." + network + ".md",
                        draft(network).replace("article: a", "article: " + id).replace("We tell", "We tell " + id));
            }
        }
        assertThat(byline("rehearse", folder.toString(), "--rough")).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("round 1: "))
                .anyMatch(line -> line.equals("of 9 posts, each is there once"));
        assertThat(folder.resolve("ledger")).doesNotExist();
    }

    @Test
    void a_post_that_is_there_twice_is_counted() {
        PublishReport.Entry posted = new PublishReport.Entry("a", "acme", "x", 1, "posted", "", false);
        PublishReport.Entry found = new PublishReport.Entry("a", "acme", "x", 1, "found", "", false);
        RehearsalReport.Post post = new RehearsalReport.Post("x", "@acme", "We tell.", List.of());
        PublishReport first = new PublishReport(List.of(), List.of(posted), 0);
        PublishReport second = new PublishReport(List.of(), List.of(found), 0);
        assertThat(new RehearsalReport(List.of(first, second), List.of(post)).surplus())
                .isZero();
        assertThat(new RehearsalReport(List.of(first, second), List.of(post, post)).surplus())
                .isOne();
    }

    @Test
    void what_is_refused_is_not_tried_five_times() {
        site.file("drafts/a/acme.bluesky.md", draft("bluesky").replace("---\nWe", "contentWarning: Coffee\n---\nWe"));
        assertThat(byline("rehearse", folder.toString(), "--rough")).isEqualTo(3);
        assertThat(out.toString()).doesNotContain("round 4");
    }

    @Test
    void what_only_a_person_can_settle_is_left_to_a_person() throws IOException {
        site.file("site.yml", """
                        title: T
                        url: https://blog.example.com/
                        timeZone: Europe/Rome
                        languages: [en]
                        accounts: {acme: {handles: {slack: "#blog"}}}
                        """);
        Files.delete(folder.resolve("drafts/a/acme.mastodon.md"));
        for (String id : List.of("a", "b", "c", "d")) {
            site.article(id, "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                    .file("drafts/" + id + "/acme.slack.md", draft("slack").replace("article: a", "article: " + id));
        }
        assertThat(byline("rehearse", folder.toString(), "--rough")).isEqualTo(3);
        assertThat(out.toString().lines())
                .contains(
                        "round 1: 3 posted, 1 failed; 8 drafts not approved",
                        "round 2: 1 failed; 8 drafts not approved",
                        "of 4 posts, each is there once")
                .noneMatch(line -> line.startsWith("round 3"));
    }

    @Test
    void networks_that_prepare_posts_are_rehearsed_with_an_image() throws IOException {
        String handles = "handles: {threads: acme, facebook: acme.page, instagram: acme, ";
        Path settings = folder.resolve("site.yml");
        Files.writeString(settings, Files.readString(settings).replaceFirst("handles: \\{", handles));
        Path photo = folder.resolve("static/images/dot.jpg");
        Files.createDirectories(photo.getParent());
        Files.copy(Path.of("src/test/resources/dev/byline/publish/dot.jpg"), photo);
        for (String network : List.of("threads", "facebook", "instagram")) {
            site.file(
                    "drafts/a/acme." + network + ".md",
                    draft(network).replace("status:", "media: [{src: /images/dot.jpg, alt: A red dot}]\nstatus:"));
            assertThat(byline("rehearse", folder.toString(), "--network", network, "--rough"))
                    .as(err + " " + out)
                    .isZero();
        }
        assertThat(out.toString()).contains("--- threads, @acme", "--- facebook, acme.page", "--- instagram, @acme");
        assertThat(out.toString().split("A red dot", -1)).hasSize(4);
    }

    @Test
    void a_draft_that_its_network_would_refuse_is_refused_in_the_rehearsal() {
        site.file("drafts/a/acme.bluesky.md", draft("bluesky").replace("---\nWe", "contentWarning: Coffee\n---\nWe"));
        assertThat(byline("rehearse", folder.toString(), "--network", "bluesky"))
                .isEqualTo(3);
        assertThat(out.toString()).contains("Bluesky has no content warnings");
    }
}
