package dev.byline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.byline.TestSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code byline ping} as a pipeline sees it: exit codes, words and JSON. */
final class PingCommandTest {
    @TempDir
    private Path folder;

    private HttpServer server;
    private TestSite site;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private volatile int status = 202;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        site = TestSite.in(folder)
                .file(
                        "site.yml",
                        "title: T\nurl: https://blog.example/\ntimeZone: UTC\nlanguages: [en]\nfeeds: {hub: '" + hub()
                                + "'}\n")
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        site.build();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String hub() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private int ping(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "ping";
        arguments[1] = folder.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void told_is_0_and_a_hub_that_refuses_is_3() {
        status = 400;
        assertThat(ping("--quiet")).isEqualTo(3);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("it answers 400");
        status = 204;
        assertThat(ping("--state", folder.resolve("elsewhere/told.lock").toString()))
                .isZero();
        assertThat(out.toString())
                .contains(hub() + " <- https://blog.example/feed.xml")
                .contains("0 unchanged; 0 failed");
        assertThat(folder.resolve("elsewhere/told.lock")).exists();
    }

    @Test
    void json_names_what_would_be_told() {
        assertThat(ping("--dry-run", "--json")).isZero();
        assertThat(out.toString())
                .contains("\"failures\":0,\"messages\":[")
                .contains("{\"hub\":\"" + hub() + "\",\"feed\":\"https://blog.example/feed.xml\"}")
                .endsWith("\"diagnostics\":[]}" + System.lineSeparator());
    }

    @Test
    void a_site_with_mistakes_is_1() {
        site.file("site.yml", "title: T\n");
        assertThat(ping()).isEqualTo(1);
    }
}
