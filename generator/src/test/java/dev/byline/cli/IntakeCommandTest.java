package dev.byline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps an intake from starting. */
final class IntakeCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--listen=here",
                "--listen=127.0.0.1:70000",
                "--limit=0",
                "--work=25",
                "--wait=-1",
                "--url=blog.example.com",
                "--address=ftp://x.example/"
            })
    void wrong_use_is_told(String wrong) {
        assertThat(run("intake", "--store=" + folder, wrong)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void without_a_store_there_is_nothing_to_run() {
        assertThat(run("intake", "--url=https://b.example/")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Say where to keep what is sent: --store DIR");
    }

    @Test
    void options_may_stand_in_a_file_and_what_is_missing_is_told_with_what_to_do() throws Exception {
        Path options = Files.writeString(
                folder.resolve("intake.conf"), "# kept here\n--store=" + folder.resolve("store") + "\n--limit=5\n");
        assertThat(run("intake", "@" + options)).isEqualTo(ExitCode.CONTENT);
        assertThat(err.toString())
                .contains("nothing says which blog this is for; name it with --site or --url")
                .contains("nothing says where readers reach the intake");
        assertThat(folder.resolve("store")).doesNotExist();
    }

    @Test
    void a_damaged_store_and_a_proxy_that_is_none_are_told() throws Exception {
        Path store = Files.createDirectory(folder.resolve("store"));
        String[] arguments = {
            "intake", "--store=" + store, "--url=https://b.example/", "--address=https://a.example/", "--proxy=nginx"
        };
        assertThat(run(arguments)).isEqualTo(ExitCode.CONTENT);
        assertThat(err.toString()).contains("no network address of a proxy: nginx; write 127.0.0.1 or 10.0.0.0/8");
        Files.writeString(store.resolve("intake.db"), "no database ".repeat(500));
        assertThat(run(arguments)).isEqualTo(ExitCode.CONTENT);
        assertThat(err.toString()).contains("it is damaged; stop the intake");
    }

    @Test
    void a_site_that_cannot_be_read_is_told() {
        assertThat(run("intake", "--store=" + folder.resolve("store"), "--site=" + folder.resolve("none")))
                .isEqualTo(ExitCode.CONTENT);
        assertThat(err.toString()).contains("no such folder");
    }
}
