package dev.byline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.TestSite;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preview gives out the built site, to this machine only. */
final class ServeTest {
    @TempDir
    private Path folder;

    private PreviewServer server;
    private TestSite site;

    @BeforeEach
    void start() throws IOException {
        site = TestSite.in(folder.resolve("site")).article("a", "title: A\nauthor: marco-neri\ndate: 2026-05-01", "x");
        site.build();
        Files.writeString(folder.resolve("secret.txt"), "secret");
        server = PreviewServer.start(site.output(), site.drafts(), 18080, "/");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create(server.address() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void pages_and_files_come_with_their_type() throws Exception {
        assertThat(get("articles/a/").body()).contains("<h1 class=\"p-name\">A</h1>");
        Matcher stylesheet = Pattern.compile("assets/byline-\\w+\\.css")
                .matcher(get("articles/a/").body());
        assertThat(stylesheet.find()).isTrue();
        assertThat(get(stylesheet.group()).headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
        assertThat(get("articles/a").headers().firstValue("Location")).hasValue("/articles/a/");
        assertThat(get("nothing/").statusCode()).isEqualTo(404);
        assertThat(get(".byline/files").statusCode()).isEqualTo(404);
    }

    @Test
    void the_desk_is_beside_the_site() throws Exception {
        String desk = server.deskAddress().substring(server.address().length());
        assertThat(get(desk).body()).contains("<h1>Post drafts</h1>");
        assertThat(get(desk + "desk.js").headers().firstValue("Content-Type"))
                .hasValue("text/javascript; charset=utf-8");
        assertThat(get(desk + ".byline/files").statusCode()).isEqualTo(404);
        assertThat(
                        raw(
                                "GET /-/desk/%2e%2e/%2e%2e/%2e%2e/secret.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .doesNotEndWith("secret");
        assertThat(raw("GET /-/desk/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void nothing_outside_the_site_is_given_out() throws Exception {
        for (String path :
                new String[] {"/../../../secret.txt", "/%2e%2e/%2e%2e/%2e%2e/secret.txt", "/..%2f..%2f..%2fsecret.txt"
                }) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .doesNotContain("secret\n")
                    .doesNotEndWith("secret");
        }
    }

    @Test
    void a_request_for_another_host_is_refused() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void where_a_port_is_in_use_the_next_one_is_taken() throws Exception {
        try (PreviewServer second = PreviewServer.start(site.output(), site.drafts(), 18080, "/")) {
            assertThat(second.address()).isNotEqualTo(server.address());
        }
    }

    @Test
    void a_changed_source_is_seen_and_a_changed_output_is_not() throws Exception {
        SourceState before = SourceState.of(site.folder());
        site.build();
        assertThat(SourceState.of(site.folder())).isEqualTo(before);
        site.file("articles/b.md", "new");
        assertThat(SourceState.of(site.folder())).isNotEqualTo(before);
    }

    private String raw(String request) throws IOException {
        int port = URI.create(server.address()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
