package dev.byline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.byline.TestSite;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code drafts edit} at a terminal, with editors that are small scripts. */
final class DraftsEditTest {
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    private Path folder;

    /** What came of a command; {@code shown} is all that stood on the terminal. */
    private record Ended(int exit, String shown) {}

    @BeforeEach
    void write() {
        assumeTrue(Files.isExecutable(SCRIPT), "No pseudo terminal: script, of util-linux, is not here.");
        TestSite.in(folder.resolve("site"))
                .article(
                        "a",
                        "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\nsummary: We kept every angry answer.",
                        "x");
    }

    private Path draft() {
        return folder.resolve("site/drafts/a/giulia-ferri.mastodon.md");
    }

    /** Runs the command at a terminal. */
    private Ended edit(String editor) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = String.join(
                " ",
                java,
                "-cp",
                "'" + classPath() + "'",
                Main.class.getName(),
                "drafts edit " + folder.resolve("site") + " a giulia-ferri mastodon");
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), "-qec", command, "/dev/null")
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().remove("VISUAL");
        builder.environment().put("EDITOR", editor);
        builder.environment().put("SHELL", "/bin/sh");
        Process process = builder.start();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), shown);
    }

    /** What this test itself runs with: started by Maven, or by a class loader of another's. */
    private static String classPath() {
        return Main.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(":"))
                : System.getProperty("java.class.path");
    }

    private String editor(String body) throws IOException {
        Path file = folder.resolve("editor");
        Files.writeString(file, "#!/bin/sh\ntest -t 0 && test -t 1 && echo at a terminal\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }

    @Test
    void an_editor_gets_the_terminal_and_the_draft_that_was_taken_over() throws Exception {
        Ended ended = edit(editor("sed -i s/angry/furious/ \"$1\""));
        assertThat(ended.shown()).contains("at a terminal").contains("is as you left it");
        assertThat(ended.exit()).isZero();
        assertThat(draft()).content().contains("We kept every furious answer.");
    }

    @Test
    void an_editor_may_have_options() throws Exception {
        assertThat(edit(editor("sed -i s/angry/$1/ \"$2\"") + " calm").exit()).isZero();
        assertThat(draft()).content().contains("We kept every calm answer.");
    }

    @Test
    void an_editor_that_fails_is_told_and_the_draft_stays() throws Exception {
        Ended ended = edit(editor("exit 3"));
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.shown()).contains("ended with 3; ").contains("is as it left it");
        assertThat(draft()).content().contains("We kept every angry answer.");
    }

    @Test
    void an_editor_that_is_not_there_is_told_without_a_trace() throws Exception {
        Ended ended = edit("/no/such/editor");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.shown())
                .contains("byline: error: ")
                .contains("/no/such/editor")
                .doesNotContain("\tat ");
    }

    @Test
    void a_draft_that_was_emptied_is_told_at_once_and_stays_empty() throws Exception {
        Ended ended = edit(editor(": > \"$1\""));
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.shown())
                .contains("drafts/a/giulia-ferri.mastodon.md:1:1: error: the file is empty")
                .contains("look at it once more");
        assertThat(draft()).isEmptyFile();
    }
}
