package dev.byline.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.byline.BuildReport;
import dev.byline.BuildRequest;
import dev.byline.Byline;
import dev.byline.PreviewReport;
import dev.byline.PreviewRequest;
import dev.byline.RunningPreview;
import dev.byline.TestSite;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The preview of a site gives out what was built, to its writer only, and keeps up with what is written. */
final class PreviewTest {
    private static final String FRONT = "title: A\nauthor: marco-neri\ndate: 2026-05-01";

    @TempDir
    private Path folder;

    private TestSite site;
    private final AtomicReference<Instant> now = new AtomicReference<>(TestSite.NOW);
    private PreviewRequest request;
    private RunningPreview preview;

    @BeforeEach
    void write() throws IOException {
        site = TestSite.in(folder.resolve("site")).article("a", FRONT, "Once.");
        Files.writeString(folder.resolve("secret.txt"), "secret");
        request = PreviewRequest.of(site.folder(), now::get).on(18_080, false);
    }

    @AfterEach
    void stop() {
        if (preview != null) {
            preview.close();
        }
    }

    private void start() {
        preview = new Byline().preview(request).running().orElseThrow();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create(preview.address()).resolve(path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        int port = URI.create(preview.address()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write((request + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void pages_and_files_come_with_their_type() throws Exception {
        start();
        assertThat(get("/articles/a/").body()).contains("<h1 class=\"p-name\">A</h1>");
        Matcher stylesheet = Pattern.compile("assets/byline-\\w+\\.css")
                .matcher(get("/articles/a/").body());
        assertThat(stylesheet.find()).isTrue();
        assertThat(get("/" + stylesheet.group()).headers().firstValue("Content-Type"))
                .hasValue("text/css; charset=utf-8");
        assertThat(get("/articles/a").headers().firstValue("Location")).hasValue("/articles/a/");
        assertThat(get("/nothing/").statusCode()).isEqualTo(404);
        assertThat(get("/.byline/files").statusCode()).isEqualTo(404);
        assertThat(get("/").headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(raw("HEAD /articles/a/ HTTP/1.1\r\nHost: localhost"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("<html");
        assertThat(raw("POST /articles/a/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0"))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void the_desk_is_beside_the_site_and_nothing_outside_of_both_is_given_out() throws Exception {
        start();
        assertThat(get("/-/desk/").body()).contains("<h1>Post drafts</h1>").contains("preview.js");
        assertThat(get("/-/desk/desk.js").headers().firstValue("Content-Type"))
                .hasValue("text/javascript; charset=utf-8");
        assertThat(get("/-/desk/.byline/files").statusCode()).isEqualTo(404);
        for (String path : new String[] {
            "/../../../../secret.txt",
            "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/secret.txt",
            "/..%2f..%2f..%2f..%2fsecret.txt",
            "/-/desk/%2e%2e/%2e%2e/%2e%2e/%2e%2e/secret.txt",
            "//secret.txt",
            "/%00",
        }) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost"))
                    .startsWith("HTTP/1.1 ")
                    .doesNotEndWith("secret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/-/desk/", "/-/events", "/-/preview.js", "/-/moderate/", "/-/unpublished/"})
    void whoever_asks_for_another_host_is_refused_everywhere(String path) throws Exception {
        start();
        for (String host : new String[] {"evil.example", "localhost.evil.example", "127.0.0.1.nip.example", ""}) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: " + host)).startsWith("HTTP/1.1 403");
        }
        if (!path.equals("/-/events")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: LOCALHOST:1")).startsWith("HTTP/1.1 200");
        } else {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example"))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void for_a_whole_network_its_own_addresses_count_and_no_other_name() throws Exception {
        request = request.on(18_080, true);
        start();
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost")).startsWith("HTTP/1.1 200");
        assertThat(raw("GET / HTTP/1.1\r\nHost: 127.0.0.1:18080")).startsWith("HTTP/1.1 200");
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example")).startsWith("HTTP/1.1 403");
        assertThat(raw("GET / HTTP/1.1\r\nHost: 192.0.2.1")).startsWith("HTTP/1.1 403");
        String name = InetAddress.getLocalHost().getHostName();
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + name)).startsWith("HTTP/1.1 200");
        assertThat(preview.greeting()).anyMatch(line -> line.startsWith("Whoever is in this network can read"));
    }

    @Test
    void whoever_looks_from_another_machine_sees_the_pages_and_decides_nothing() throws Exception {
        List<String> addresses = Hosts.ofThisMachine();
        assumeThat(addresses).as("this machine has an address in a network").isNotEmpty();
        request = request.on(18_080, true);
        start();
        int port = URI.create(preview.address()).getPort();
        URI page = URI.create("http://" + addresses.get(0) + ":" + port + "/");
        HttpClient client = HttpClient.newHttpClient();
        for (String path : List.of("/", "/-/desk/", "/-/unpublished/", "/-/preview.js")) {
            HttpRequest asked = HttpRequest.newBuilder(page.resolve(path)).build();
            assertThat(client.send(asked, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
        HttpRequest deciding =
                HttpRequest.newBuilder(page.resolve("/-/moderate/")).build();
        assertThat(client.send(deciding, BodyHandlers.discarding()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void of_a_build_that_changed_nothing_nobody_hears() throws Exception {
        List<BuildReport> heard = new CopyOnWriteArrayList<>();
        request = request.telling(heard::add, note -> {});
        start();
        try (OpenPage page = new OpenPage(preview.address())) {
            page.next();
            site.article("a", FRONT, "Once.");
            site.article("b", FRONT, "Twice.");
            page.next();
        }
        assertThat(heard).allMatch(report -> report.written() > 0);
    }

    @Test
    void where_a_port_is_in_use_the_next_one_is_taken() {
        start();
        try (RunningPreview second = new Byline().preview(request).running().orElseThrow()) {
            assertThat(second.address()).isNotEqualTo(preview.address());
        }
    }

    @Test
    void an_open_page_hears_of_a_change_of_a_mistake_and_that_it_is_mended() throws Exception {
        start();
        try (OpenPage page = new OpenPage(preview.address())) {
            String first = page.next().get("edition").stringValue();
            assertThat(get("/articles/a/").body()).contains("data-edition=\"" + first + "\"");
            site.article("a", FRONT, "Twice.");
            String second = page.next().get("edition").stringValue();
            assertThat(second).isNotEqualTo(first);
            assertThat(get("/articles/a/").body()).contains("Twice.").contains("data-edition=\"" + second + "\"");

            site.article("a", FRONT.replace("marco-neri", "marco-nero"), "Thrice.");
            JsonNode broken = page.next();
            assertThat(broken.get("edition").stringValue()).isEqualTo(second);
            JsonNode problem = broken.get("problems").get(0);
            assertThat(problem.get("file").stringValue()).isEqualTo("articles/a.md");
            assertThat(problem.get("line").intValue()).isEqualTo(3);
            assertThat(problem.get("column").intValue()).isEqualTo(9);
            assertThat(problem.get("message").stringValue()).contains("marco-nero");
            assertThat(problem.get("hint").stringValue()).contains("marco-neri");
            assertThat(get("/articles/a/").body()).contains("Twice.");

            site.article("a", FRONT, "Thrice.");
            JsonNode mended = page.next();
            assertThat(OpenPage.broken(mended)).isFalse();
            assertThat(mended.get("edition").stringValue()).isNotEqualTo(second);
            assertThat(get("/articles/a/").body()).contains("Thrice.");
        }
    }

    @Test
    void a_mistake_that_is_taken_back_loads_no_page_again() throws Exception {
        start();
        try (OpenPage page = new OpenPage(preview.address())) {
            String edition = page.next().get("edition").stringValue();
            site.article("a", "titel: A", "Once.");
            assertThat(OpenPage.broken(page.next())).isTrue();
            site.article("a", FRONT, "Once.");
            JsonNode mended = page.next();
            assertThat(OpenPage.broken(mended)).isFalse();
            assertThat(mended.get("edition").stringValue()).isEqualTo(edition);
        }
    }

    @Test
    void a_change_of_styles_is_told_from_others() throws Exception {
        start();
        try (OpenPage page = new OpenPage(preview.address())) {
            String first = page.next().get("edition").stringValue();
            site.file("templates/css/site.css", "body { color: red }");
            JsonNode styles = page.next();
            assertThat(styles.get("styles").stringValue()).isEqualTo(first);
            assertThat(get("/").body()).contains("/-/preview.js");
            site.article("a", FRONT, "Twice.");
            assertThat(page.next().get("styles").stringValue()).isEmpty();
            // What could not be built with a mistake comes with the next change, whatever that is.
            site.article("a", "titel: A", "Thrice.");
            assertThat(OpenPage.broken(page.next())).isTrue();
            site.article("b", FRONT, "Another.").article("a", FRONT, "Thrice.");
            site.file("templates/css/site.css", "body { color: blue }");
            JsonNode both = page.until(standing -> !OpenPage.broken(standing));
            assertThat(both.get("styles").stringValue()).isEmpty();
        }
    }

    @Test
    void where_the_first_build_fails_the_preview_says_why_and_goes_on_when_it_is_mended() throws Exception {
        site.article("a", "titel: <b>A", "x");
        start();
        HttpResponse<String> waiting = get("/articles/a/");
        assertThat(waiting.statusCode()).isEqualTo(503);
        assertThat(waiting.body())
                .contains("articles/a.md:2:1: error: unknown key \"titel\"")
                .contains("/-/preview.js");
        try (OpenPage page = new OpenPage(preview.address())) {
            JsonNode broken = page.next();
            assertThat(OpenPage.broken(broken)).isTrue();
            site.article("a", FRONT, "Mended.");
            JsonNode mended = page.next();
            assertThat(OpenPage.broken(mended)).isFalse();
            assertThat(mended.get("edition")).isNotEqualTo(broken.get("edition"));
            assertThat(get("/articles/a/").body()).contains("Mended.");
        }
    }

    @Test
    void a_page_that_is_removed_and_comes_back_has_the_script_all_the_time() throws Exception {
        start();
        try (OpenPage page = new OpenPage(preview.address())) {
            page.next();
            Files.delete(site.folder().resolve("articles/a.md"));
            page.next();
            HttpResponse<String> lost = get("/articles/a/");
            assertThat(lost.statusCode()).isEqualTo(404);
            assertThat(lost.body()).contains("/-/preview.js");
            site.article("a", FRONT, "Again.");
            page.next();
            assertThat(get("/articles/a/").body()).contains("Again.");
        }
    }

    private Path output() {
        return BuildRequest.ofPreview(site.folder(), now.get()).output();
    }

    @Test
    void the_files_of_the_output_are_as_a_build_left_them() throws Exception {
        start();
        Map<String, String> before = TestSite.contents(output());
        assertThat(get("/articles/a/").body()).contains("/-/preview.js");
        assertThat(TestSite.contents(output())).isEqualTo(before);
        assertThat(TestSite.contains(output(), "/-/preview")).isEmpty();
        assertThat(site.output()).doesNotExist();
        preview.close();
        request = request.keepingUp(false, false);
        start();
        assertThat(get("/articles/a/").body()).isEqualTo(Files.readString(output().resolve("articles/a/index.html")));
    }

    @Test
    void a_piece_comes_out_while_nobody_types() throws Exception {
        site.article("b", "title: B\nauthor: marco-neri\ndate: 2026-06-02", "Later.");
        Plan plan = new Plan(
                site.folder(),
                output(),
                BuildRequest.ofPreview(site.folder(), now.get()).drafts(),
                name -> false,
                18_080,
                false,
                true,
                false);
        Build build = () -> {
            BuildReport report = new Byline().build(BuildRequest.ofPreview(site.folder(), now.get()));
            return new Build.Outcome(report.diagnostics(), report.written() > 0);
        };
        try (Preview running = Preview.start(
                        plan, build, new NoBackstage(), note -> {}, Watching.Opener::ofSystem, Duration.ofMillis(200));
                OpenPage page = new OpenPage(running.address())) {
            String first = page.next().get("edition").stringValue();
            assertThat(Files.readString(output().resolve("index.html"))).doesNotContain(">B<");
            now.set(Instant.parse("2026-06-03T12:00:00Z"));
            page.until(standing -> !standing.get("edition").stringValue().equals(first));
            assertThat(Files.readString(output().resolve("index.html"))).contains(">B<");
        }
    }

    @Test
    void a_folder_that_is_no_site_starts_nothing() {
        PreviewReport report = new Byline().preview(PreviewRequest.of(folder, now::get));
        assertThat(report.running()).isEmpty();
        assertThat(report.diagnostics().get(0).message()).isEqualTo("no site: there is no site.yml");
    }
}
