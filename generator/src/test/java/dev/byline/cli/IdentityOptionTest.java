package dev.byline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.byline.TestSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code byline check --identity} as a pipeline sees it: exit codes, words and JSON. */
final class IdentityOptionTest {
    @TempDir
    private Path folder;

    private HttpServer server;
    private String profile;
    private volatile int status = 200;
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = "<a rel=me href='https://blog.example/authors/giulia/'>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        profile = "http://localhost:" + server.getAddress().getPort() + "/giulia";
        TestSite site = TestSite.in(folder)
                .file("site.yml", "title: T\nurl: https://blog.example/\ntimeZone: UTC\nlanguages: [en]\n")
                .file("authors/giulia.yml", "name: Giulia\nhandles: {website: '" + profile + "', x: giulia}\n");
        for (String other : List.of("giulia-ferri", "marco-neri", "zoe-o-hara")) {
            Files.delete(site.folder().resolve("authors/" + other + ".yml"));
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int check(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "check";
        arguments[1] = folder.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(new StringWriter()), arguments);
    }

    @Test
    void a_profile_that_links_back_is_0_and_named() {
        assertThat(check("--identity")).isZero();
        assertThat(out.toString()).contains("giulia: " + profile + " links back");
    }

    @Test
    void a_profile_that_could_not_be_asked_is_3_and_unasked_is_0() {
        status = 503;
        assertThat(check("--identity")).isEqualTo(3);
        assertThat(check()).isZero();
    }

    @Test
    void json_has_every_profile_with_its_outcome() {
        assertThat(check("--identity", "--json")).isZero();
        assertThat(out.toString())
                .contains("\"profiles\":[{\"account\":\"giulia\",\"network\":\"website\",\"profile\":\"" + profile
                        + "\",\"outcome\":\"verified\"},")
                .contains("\"profile\":\"https://x.com/giulia\",\"outcome\":\"unverifiable\"}");
    }
}
