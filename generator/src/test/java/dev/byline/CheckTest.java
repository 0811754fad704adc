package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.byline.diagnostic.Diagnostic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code byline check} finds in a site as its readers get it. */
final class CheckTest {
    private static final Path FIXTURE = Path.of("src/test/resources/fixtures/check");

    @TempDir
    private Path folder;

    private static CheckReport check(Path site) {
        return new Byline().check(new CheckRequest(site, TestSite.NOW, Optional.empty(), Optional.empty()));
    }

    /** To take over new output after reading the difference: {@code mvn test -Dtest=CheckTest -Dgolden.update=true}. */
    @Test
    void every_seeded_defect_is_told_where_it_was_written() throws IOException {
        List<String> told = check(FIXTURE.resolve("site")).diagnostics().stream()
                .map(diagnostic -> diagnostic + (diagnostic.rule().isEmpty() ? "" : " [" + diagnostic.rule() + "]"))
                .toList();
        Path golden = FIXTURE.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.write(golden, told);
        }
        assertThat(String.join("\n", told)).isEqualTo(String.join("\n", Files.readAllLines(golden)));
        assertThat(told).hasSizeGreaterThan(50);
    }

    @Test
    void a_sound_piece_is_told_of_nothing() {
        assertThat(check(FIXTURE.resolve("site")).diagnostics())
                .noneMatch(d -> d.place().file().matches("articles/sound.md|pages/about.md|authors/giulia-ferri.yml"));
    }

    @Test
    void a_check_writes_nothing() {
        TestSite site = TestSite.in(folder)
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\ntags: [x]", "Text.")
                .file("urls.lock", "");
        Map<String, String> before = TestSite.contents(folder);
        check(site.folder());
        assertThat(TestSite.contents(folder)).isEqualTo(before);
    }

    @Test
    void a_very_long_page_is_told() {
        TestSite site = TestSite.in(folder)
                .article(
                        "a",
                        "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\ntags: [x]",
                        "A *word* in a long text.\n\n".repeat(4000));
        assertThat(check(site.folder()).diagnostics())
                .extracting(Diagnostic::rule)
                .contains("page-heavy", "page-complex");
    }

    @Test
    void other_hosts_are_asked_once_for_each_address_and_dead_links_are_told_where_they_stand() throws IOException {
        Map<String, Integer> asked = new ConcurrentHashMap<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.merge(exchange.getRequestMethod() + " " + path, 1, Integer::sum);
            int status =
                    path.startsWith("/nohead") && exchange.getRequestMethod().equals("HEAD")
                            ? 405
                            : path.startsWith("/gone") ? 410 : path.startsWith("/broken") ? 503 : 200;
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            String host = "http://localhost:" + server.getAddress().getPort();
            TestSite site = TestSite.in(folder)
                    .article(
                            "a",
                            "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\ntags: [x]",
                            "[fine](" + host + "/fine) [again](" + host + "/fine#part) [lost](" + host + "/gone)\n\n"
                                    + "[ill](" + host + "/broken) [shy](" + host + "/nohead)");
            CheckReport report = new Byline()
                    .check(new CheckRequest(
                            site.folder(), TestSite.NOW, Optional.of(Duration.ofSeconds(5)), Optional.empty()));
            assertThat(report.failures()).isEqualTo(1);
            assertThat(report.diagnostics().stream().filter(d -> d.rule().equals("external")))
                    .extracting(Diagnostic::toString)
                    .containsExactly(
                            "articles/a.md:7:79: error: " + host
                                    + "/gone answers 410; link to where it is now, or to an archive",
                            "articles/a.md:9:1: warning: " + host + "/broken answers 503; look again later");
            assertThat(asked).containsEntry("HEAD /fine", 1).containsEntry("GET /nohead", 1);
        } finally {
            server.stop(0);
        }
    }
}
