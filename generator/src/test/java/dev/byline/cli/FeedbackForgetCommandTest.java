package dev.byline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.TestSite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forgetting asks, or is told that it need not; and says what it cannot do. */
final class FeedbackForgetCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws Exception {
        Files.createDirectories(folder.resolve(".git"));
        TestSite.in(folder.resolve("blog"))
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .file("feedback/a/mastodon-1137.yml", """
                        kind: reply
                        origin: {source: mastodon, id: "1137"}
                        author: {name: "Noor\\e[2J", handle: "@noor@town.example"}
                        text: "Hm\\e[2J"
                        """);
    }

    private int forget(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("feedback", "forget", folder.resolve("blog").toString()));
        arguments.addAll(List.of(more));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    @Test
    void where_nobody_can_be_asked_nothing_is_forgotten_without_a_yes() {
        Map<String, String> before = TestSite.contents(folder);
        assertThat(forget("@noor@town.example")).isEqualTo(2);
        assertThat(err.toString()).contains("say --yes, or --dry-run");
        assertThat(forget("@noor@town.example", "--dry-run", "--yes")).isZero();
        assertThat(out.toString())
                .contains("  a/mastodon-1137  Noor[2J @noor@town.example: Hm[2J")
                .endsWith("1 items would go\n")
                .doesNotContain("\u001B");
        assertThat(TestSite.contents(folder)).isEqualTo(before);
        assertThat(forget("nobody", "--yes")).isEqualTo(1);
    }

    @Test
    void what_git_keeps_is_said_with_the_way_to_take_it_out() {
        assertThat(forget("@noor@town.example", "--yes")).isZero();
        assertThat(out.toString())
                .contains("1 items are gone")
                .contains("The history of git still has what they said")
                .contains("git filter-repo --invert-paths \\\n    --path blog/feedback/a/mastodon-1137.yml\n");
        assertThat(folder.resolve("blog/feedback/a/mastodon-1137.yml")).doesNotExist();
    }
}
