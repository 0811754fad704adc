package dev.byline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Byline;
import dev.byline.ModerationRequest;
import dev.byline.TestSite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people decide at a terminal, with what strangers write in it. */
final class ModerateCommandTest {
    @TempDir
    private Path folder;

    private TestSite site;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() {
        site = TestSite.in(folder)
                .article("a", "title: Angry answers\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .article("b", "title: B\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .file("feedback/a/mastodon-1.yml", item("1", "@noor@town.example", "First", "moderation: approved"))
                .file("feedback/a/mastodon-2.yml", item("2", "@ada@town.example", "Second", "parent: mastodon-1"))
                .file(
                        "feedback/b/mastodon-3.yml",
                        item("3", "@noor@town.example", "Third", "moderation: pending # hm"));
    }

    private static String item(String id, String handle, String text, String more) {
        return """
                kind: reply
                origin: {source: mastodon, id: "%s", url: "https://town.example/@noor/%s"}
                author: {name: Noor, handle: "%s"}
                published: 2026-05-0%sT10:00:00Z
                text: %s
                %s
                """.formatted(id, id, handle, id, text, more);
    }

    private int moderate(String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("moderate", folder.toString()));
        arguments.addAll(List.of(more));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    private String walk(String answers) throws IOException {
        out.getBuffer().setLength(0);
        new ModerationWalk(
                        folder, TestSite.NOW, new BufferedReader(new StringReader(answers)), new PrintWriter(out, true))
                .walk(new Byline().moderation(ModerationRequest.pending(folder, TestSite.NOW)));
        return out.toString();
    }

    private String file(String path) throws IOException {
        return Files.readString(folder.resolve("feedback").resolve(path + ".yml"));
    }

    @Test
    void list_shows_what_waits_and_nothing_is_changed() throws IOException {
        var before = TestSite.contents(folder);
        assertThat(moderate("--list")).isZero();
        assertThat(out.toString())
                .contains("a/mastodon-2  pending  Noor @ada@town.example: Second")
                .contains("b/mastodon-3")
                .doesNotContain("First")
                .endsWith("2 items\n");
        assertThat(moderate("--list", "--json", "--state", "all")).isZero();
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.at("/items/1/parent").asString()).isEqualTo("mastodon-1");
        assertThat(json.at("/items").size()).isEqualTo(3);
        assertThat(TestSite.contents(folder)).isEqualTo(before);
    }

    @Test
    void approve_changes_one_line_and_undo_takes_the_round_back() throws IOException {
        String second = file("a/mastodon-2");
        String third = file("b/mastodon-3");
        assertThat(moderate("--approve", "mastodon-2", "b/mastodon-3")).isZero();
        assertThat(file("a/mastodon-2")).isEqualTo(second + "moderation: approved\n");
        assertThat(file("b/mastodon-3")).isEqualTo(third.replace("pending # hm", "approved # hm"));
        assertThat(moderate("--reject", "mastodon-3")).isZero();
        assertThat(moderate("--undo")).isZero();
        assertThat(file("b/mastodon-3")).contains("moderation: approved # hm");
        assertThat(moderate("--undo")).isZero();
        assertThat(out.toString()).endsWith("2 taken back\n");
        assertThat(file("b/mastodon-3")).isEqualTo(third);
        assertThat(moderate("--undo")).isZero();
        assertThat(out.toString()).endsWith("0 taken back\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--all-from, @Noor@Town.example, 1",
        "--all-from, https://town.example/@ada, 1",
        "--source, mastodon, 2",
        "--article, b, 1",
        "--source, intake, 0",
    })
    void many_are_decided_at_once_by_who_where_and_under_what(String option, String value, int count) {
        assertThat(moderate("--reject", option, value)).isZero();
        assertThat(out.toString()).endsWith(count + " reject" + "ed\n");
    }

    @Test
    void what_is_wrong_is_told_and_nothing_is_changed() throws IOException {
        site.file("feedback/b/mastodon-2.yml", item("2", "@noor@town.example", "Twice", ""));
        var before = TestSite.contents(folder.resolve("feedback"));
        assertThat(moderate("--approve", "mastodon-2")).isEqualTo(1);
        assertThat(err.toString())
                .contains("more than one item is called so; write one of [a/mastodon-2, b/mastodon-2]");
        assertThat(moderate("--approve", "mastodon-2222", "mastodon-3")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no such item");
        assertThat(moderate("--approve", "--article", "bb")).isEqualTo(1);
        assertThat(moderate("--approve")).isEqualTo(2);
        assertThat(moderate("--approve", "x", "--undo")).isEqualTo(2);
        assertThat(moderate("--list", "--state", "new")).isEqualTo(2);
        assertThat(TestSite.contents(folder.resolve("feedback"))).isEqualTo(before);
    }

    @Test
    void a_file_that_git_could_not_join_is_told_and_never_written() throws IOException {
        String both = "kind: reply\n<<<<<<< HEAD\nmoderation: approved\n=======\nmoderation: rejected\n>>>>>>> x\n";
        site.file("feedback/b/mastodon-3.yml", both);
        assertThat(moderate("--approve", "mastodon-3")).isEqualTo(1);
        assertThat(err.toString())
                .contains("feedback/b/mastodon-3.yml:2:1: warning: git could not join two changes here")
                .contains("there is no such item; feedback/b/mastodon-3.yml:2:1 cannot be read; mend it by hand");
        assertThat(moderate("--approve", "--source", "mastodon")).isZero();
        assertThat(file("b/mastodon-3")).isEqualTo(both);
        assertThat(file("a/mastodon-2")).contains("moderation: approved");
    }

    @Test
    void a_disk_that_refuses_in_the_middle_leaves_the_rest_untouched_and_what_was_done_can_be_undone()
            throws IOException {
        var before = TestSite.contents(folder.resolve("feedback"));
        site.file("feedback/b/.mastodon-3.yml.swp/in-the-way.swp", "");
        assertThat(moderate("--reject", "--source", "mastodon")).isEqualTo(1);
        assertThat(err.toString())
                .contains("feedback/b/mastodon-3.yml: error: cannot be read or written")
                .contains("1 are done, the rest is as it was");
        assertThat(file("a/mastodon-2")).contains("moderation: rejected");
        assertThat(file("b/mastodon-3")).contains("moderation: pending # hm");
        TestSite.delete(folder.resolve("feedback/b/.mastodon-3.yml.swp"));
        assertThat(moderate("--undo")).isZero();
        assertThat(file("a/mastodon-2")).endsWith("moderation: pending\n");
        assertThat(file("b/mastodon-3")).isEqualTo(before.get("b/mastodon-3.yml"));
    }

    @Test
    void undo_leaves_what_somebody_changed_since_and_a_broken_log_is_no_harm() throws IOException {
        moderate("--approve", "mastodon-3");
        site.file("feedback/b/mastodon-3.yml", file("b/mastodon-3").replace("approved", "rejected"));
        assertThat(moderate("--undo")).isZero();
        assertThat(err.toString()).contains("somebody has changed it since");
        assertThat(file("b/mastodon-3")).contains("moderation: rejected # hm");
        site.file(
                "target/moderated.yml",
                "rounds: [[{article: ../.., id: site, before: pending, after: approved}, 7], {}, x]");
        assertThat(moderate("--undo")).isZero();
        site.file("target/moderated.yml", "rounds: [[{");
        assertThat(moderate("--undo")).isZero();
    }

    @Test
    void a_walk_shows_one_at_a_time_in_its_thread_and_goes_back() throws IOException {
        String shown = walk("?\no\na\nu\nr\ns\n");
        assertThat(shown)
                .contains("1 of 2 · Angry answers")
                .contains("  > Noor @noor@town.example: First")
                .contains("Noor @ada@town.example · mastodon · reply · 2026-05-02T10:00:00Z")
                .contains("https://town.example/@noor/2")
                .endsWith("0 approved, 1 rejected, 1 left as they are\n");
        assertThat(file("a/mastodon-2")).contains("moderation: rejected");
        assertThat(walk("a\nq\n")).contains("1 approved, 0 rejected");
        assertThat(walk("")).endsWith("0 approved, 0 rejected, 0 left as they are\n");
    }

    @Test
    void nothing_that_strangers_write_steers_the_terminal() throws IOException {
        String hostile =
                "\"\\e[2J\\e]0;owned\\a\\x9b31m\\u202Eabc\\u200B\\u2066 \\r\\0 <a href='https://x.example/'>y</a>\"";
        site.file("feedback/b/mastodon-3.yml", """
                kind: reply
                origin: {source: mastodon, id: "3", url: "https://town.example/"}
                author: {name: %s, handle: %s}
                format: html
                text: %s
                """.formatted(hostile, hostile, hostile));
        site.file("feedback/b/broken.yml", "kind: \"\\e[2J\\x9breply\"\n\"\\e[2J\": 1\norigin: {source: \"\\e\"}\n");
        String everything = walk("s\no\ns\n");
        for (String[] options : new String[][] {{"--list"}, {"--list", "--json"}, {"--list", "--state", "all"}}) {
            assertThat(moderate(options)).isZero();
            everything += out.toString() + err;
        }
        moderate("--approve", "\u001B[2J");
        everything += out.toString() + err;
        assertThat(everything).contains("y <https://x.example/>").contains("owned");
        assertThat(everything
                        .codePoints()
                        .filter(c ->
                                (c != '\n' && Character.isISOControl(c)) || Character.getType(c) == Character.FORMAT)
                        .mapToObj(Integer::toHexString)
                        .toList())
                .isEmpty();
    }

    @Test
    void a_long_text_is_cut_and_one_of_a_million_letters_stops_nothing() throws IOException {
        site.file("feedback/b/mastodon-3.yml", item("3", "@noor@town.example", "x".repeat(300_000), ""));
        assertThat(walk("s\na\n")).contains("300000 characters in all").hasSizeLessThan(5_000);
        assertThat(file("b/mastodon-3")).endsWith("moderation: approved\n");
        site.file("feedback/b/mastodon-3.yml", item("3", "@noor@town.example", "x".repeat(1_000_000), ""));
        assertThat(moderate("--list", "--state", "all")).isZero();
        assertThat(err.toString()).contains("feedback/b/mastodon-3.yml:1:1: warning: YAML that cannot be read");
        assertThat(site.build().succeeded()).isTrue();
    }

    @Test
    void what_was_edited_since_it_was_shown_is_not_approved_unseen() throws IOException {
        String mark = new Byline()
                .moderation(ModerationRequest.pending(folder, TestSite.NOW))
                .items()
                .get(1)
                .mark();
        site.file("feedback/b/mastodon-3.yml", item("3", "@noor@town.example", "Buy now", ""));
        var report = new Byline()
                .moderate(
                        ModerationRequest.one(folder, TestSite.NOW, "b/mastodon-3", mark),
                        dev.byline.site.Feedback.Moderation.APPROVED);
        assertThat(report.changes()).isEmpty();
        assertThat(report.diagnostics().toString()).contains("it has changed since it was shown");
        assertThat(file("b/mastodon-3")).doesNotContain("approved");
    }
}
