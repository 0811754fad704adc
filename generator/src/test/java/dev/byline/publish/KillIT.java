package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.TestSite;
import dev.byline.rehearsal.LoopbackServer;
import dev.byline.rehearsal.MastodonUnderstudy;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The runnable jar, killed by the system while the network works on its request: {@code kill -9}, no handler runs. */
final class KillIT {
    private static final String DRAFT = """
            ---
            article: a
            account: acme
            network: mastodon
            media: [{src: /images/dot.png, alt: A dot}]
            status: approved
            ---
            We tell: https://blog.example.com/articles/a/
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Mishap.class,
            names = {"CUT_BEFORE", "CUT_AFTER"})
    void a_run_that_is_killed_at_any_request_is_completed_by_the_next(Mishap mishap) throws Exception {
        int killed = 0;
        for (int request = 1; request < 20; request++) {
            TestSite site = TestSite.in(Files.createDirectory(folder.resolve("site-" + request)))
                    .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                    .file("drafts/a/acme.mastodon.md", DRAFT);
            Path dot = site.folder().resolve("static/images/dot.png");
            Files.createDirectories(dot.getParent());
            Files.copy(Scene.image().file(), dot);
            MastodonUnderstudy mastodon = new MastodonUnderstudy(Map.of(Scene.TOKEN, "acme"), 500, Clock.systemUTC());
            try (LoopbackServer server = LoopbackServer.start(mastodon)) {
                boolean wasKilled = runAndKill(site, server, request, mishap);
                server.suffer(asked -> Mishap.NONE);
                Process next = start(site, server);
                assertThat(next.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(next.exitValue()).isZero();
                assertThat(mastodon.shown())
                        .extracting(Shown::text)
                        .as("killed at request " + request)
                        .containsExactly("We tell: https://blog.example.com/articles/a/");
                assertThat(Files.readString(site.folder().resolve("ledger/a.yml")))
                        .contains("state: published");
                if (!wasKilled) {
                    break;
                }
                killed++;
            }
        }
        assertThat(TestSite.contains(folder, Scene.TOKEN)).isEmpty();
        // Who it is, what the server takes, the image, whether it is ready (twice), the status.
        assertThat(killed).isEqualTo(6);
    }

    private boolean runAndKill(TestSite site, LoopbackServer server, int request, Mishap mishap) throws Exception {
        AtomicReference<Process> run = new AtomicReference<>();
        server.suffer(asked -> {
            if (asked.number() != request) {
                return Mishap.NONE;
            }
            while (run.get() == null) {
                Thread.onSpinWait();
            }
            run.get().destroyForcibly();
            return mishap;
        });
        run.set(start(site, server));
        assertThat(run.get().waitFor(60, TimeUnit.SECONDS)).isTrue();
        // 128 and the number of the signal, as shells count.
        return run.get().exitValue() == 128 + 9;
    }

    private Process start(TestSite site, LoopbackServer server) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Runs that are as short as these are compiled in vain.
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("byline.jar"),
                "publish",
                site.folder().toString(),
                "--no-page-check");
        builder.environment().put("BYLINE_MASTODON_TOKEN_ACME", Scene.TOKEN);
        builder.environment()
                .put("BYLINE_MASTODON_SERVER_ACME", server.address().toString());
        Path log = folder.resolve("log");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return builder.start();
    }
}
