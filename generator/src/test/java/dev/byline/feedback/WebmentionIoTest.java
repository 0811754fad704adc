package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.byline.Byline;
import dev.byline.GatherReport;
import dev.byline.GatherRequest;
import dev.byline.TestSite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gathering from a collector that answers as webmention.io does, or as it should not. */
final class WebmentionIoTest {
    private static final String TOKEN = "s3cr3t/t0ken";

    private static final String ENTRY = """
            {"type": "entry", "author": {"type": "card", "name": "Noor", "url": "https://noor.example/",
              "photo": "https://noor.example/me.jpg"},
             "url": "%1$s", "published": %2$s, "wm-received": "2026-05-03T10:00:00Z", "wm-id": %3$d,
             "wm-source": "https://noor.example/%3$d", "wm-target": "https://blog.example.com/articles/a/",
             "wm-protocol": "webmention", "wm-property": "%4$s", "wm-private": false,
             "content": {"html": "<p>Hi</p>", "text": "Hi"}}""";

    @TempDir
    private Path folder;

    private HttpServer server;
    private int status = 200;
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    /** The answers, page after page; then an empty one. */
    private final ConcurrentLinkedQueue<String> pages = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath() + "?"
                    + exchange.getRequestURI().getRawQuery());
            String body = pages.isEmpty() ? feed("") : pages.poll();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "https://elsewhere.example/");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        TestSite.in(folder).article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String feed(String children) {
        return "{\"type\": \"feed\", \"name\": \"Webmentions\", \"children\": [" + children + "]}";
    }

    private static String entry(int id, String property) {
        return ENTRY.formatted("https://noor.example/" + id, "\"2026-05-02T12:00:00+02:00\"", id, property);
    }

    private GatherReport gather() {
        return gather(Map.of(
                "BYLINE_WEBMENTION_IO_TOKEN",
                TOKEN,
                "BYLINE_WEBMENTION_IO_SERVER",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    private GatherReport gather(Map<String, String> environment) {
        return new Byline().gather(GatherRequest.of(folder, TestSite.NOW, environment, Duration.ofSeconds(2)));
    }

    private Map<String, String> files() {
        return Files.isDirectory(folder.resolve("feedback/a"))
                ? TestSite.contents(folder.resolve("feedback/a"))
                : Map.of();
    }

    @Test
    void a_mention_becomes_a_file() {
        pages.add(feed(entry(7, "in-reply-to")));
        assertThat(gather().added()).isEqualTo(1);
        assertThat(asked)
                .containsExactly("/api/mentions.jf2?domain=blog.example.com&token=s3cr3t%2Ft0ken&since_id=0"
                        + "&per-page=100&page=0&sort-by=created&sort-dir=up");
        String id = MentionId.of("https://noor.example/7", "https://blog.example.com/articles/a/");
        assertThat(files()).containsOnlyKeys(id + ".yml");
        assertThat(files().get(id + ".yml")).isEqualTo("""
                kind: reply
                origin:
                  source: webmention
                  id: https://noor.example/7 https://blog.example.com/articles/a/
                  url: https://noor.example/7
                author:
                  name: Noor
                  url: https://noor.example/
                published: 2026-05-02T10:00:00Z
                format: html
                text: <p>Hi</p>
                moderation: pending
                """);
    }

    @Test
    void the_next_round_asks_for_what_is_new_only() throws IOException {
        pages.add(feed(entry(7, "like-of") + "," + entry(9, "repost-of")));
        assertThat(gather().added()).isEqualTo(2);
        Map<String, String> before = files();
        asked.clear();
        assertThat(gather().added()).isZero();
        assertThat(asked).singleElement().asString().contains("since_id=9&");
        assertThat(files()).isEqualTo(before);
        assertThat(Files.readString(folder.resolve("feedback/gathered.yml"))).contains("webmention-io: '9'");
    }

    @Test
    void all_pages_are_asked_for() {
        pages.add(feed(IntStream.rangeClosed(1, 100)
                .mapToObj(id -> entry(id, "like-of"))
                .collect(Collectors.joining(","))));
        pages.add(feed(entry(101, "like-of")));
        assertThat(gather().added()).isEqualTo(101);
        assertThat(asked).hasSize(2).last().asString().contains("since_id=0&per-page=100&page=1");
    }

    @ParameterizedTest
    @CsvSource({
        "in-reply-to, reply",
        "like-of, like",
        "repost-of, repost",
        "bookmark-of, bookmark",
        "mention-of, mention",
        "rsvp, reply",
        "whatever, mention"
    })
    void the_property_tells_the_kind(String property, String kind) {
        pages.add(feed(entry(1, property)));
        gather();
        assertThat(files().values()).singleElement().asString().startsWith("kind: " + kind + "\n");
    }

    @Test
    void what_is_private_is_not_taken() {
        pages.add(feed(entry(1, "in-reply-to").replace("\"wm-private\": false", "\"wm-private\": true")));
        assertThat(gather().added()).isZero();
        assertThat(files()).isEmpty();
    }

    @Test
    void an_address_on_another_host_is_believed_of_a_bridge_only() {
        pages.add(feed(ENTRY.formatted("https://x.example/1", "null", 1, "like-of") + ","
                + ENTRY.formatted("https://x.example/2", "null", 2, "like-of")
                        .replace("https://noor.example/2", "https://brid.gy/like/2")));
        gather();
        assertThat(String.join("", files().values()))
                .contains("url: https://noor.example/1\n")
                .contains("url: https://x.example/2\n")
                .contains("published: 2026-05-03T10:00:00Z");
    }

    @Test
    void without_a_token_nobody_is_asked() {
        assertThat(gather(Map.of()).diagnostics()).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(folder.resolve("feedback")).doesNotExist();
    }

    @Test
    void broken_entries_and_mentions_of_other_pages_are_left_out_and_told() {
        pages.add(feed("null, 7, \"x\", [], {}, {\"wm-id\": \"x\", \"wm-source\": \"javascript:alert(1)\"},"
                + "{\"wm-id\": 12, \"wm-source\": {\"a\": 1}, \"wm-target\": []},"
                + entry(3, "like-of").replace("/articles/a/", "/") + ","
                + entry(4, "in-reply-to")
                        .replace("\"name\": \"Noor\"", "\"name\": [1]")
                        .replace("\"https://noor.example/\"", "\"javascript:alert(1)\"")
                        .replace("\"<p>Hi</p>\"", "{}")));
        GatherReport report = gather();
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.failures()).isZero();
        assertThat(report.diagnostics().toString())
                .contains("7 entries that cannot be understood were left out")
                .contains("1 mentions of pages that are no articles were left out");
        assertThat(files().values())
                .singleElement()
                .asString()
                .contains("text: Hi")
                .doesNotContain("javascript");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | <html> | the server answers 500",
                "401 | {\"error\": \"x\"} | the token is not taken",
                "429 | {} | asked too often",
                "302 | {} | a redirect to another host",
                "200 | <html>Log in</html> | the answer holds no list of mentions",
                "200 | {\"children\": {}} | the answer holds no list of mentions",
                "200 | {\"children\": [ | the answer holds no list of mentions",
                "200 | [] | the answer holds no list of mentions",
                "200 | \"s3cr3t/t0ken\" | the answer holds no list of mentions"
            })
    void an_answer_that_is_none_is_told_and_costs_nothing(int code, String body, String reason) {
        pages.add(feed(entry(1, "like-of")));
        gather();
        Map<String, String> before = files();
        status = code;
        pages.add(body);
        GatherReport report = gather();
        assertThat(report.failures()).isEqualTo(1);
        assertThat(report.diagnostics())
                .singleElement()
                .asString()
                .contains("webmention-io: " + reason)
                .doesNotContain("s3cr3t");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_server_whose_address_is_none_is_told_and_the_token_goes_nowhere() {
        GatherReport report =
                gather(Map.of("BYLINE_WEBMENTION_IO_TOKEN", TOKEN, "BYLINE_WEBMENTION_IO_SERVER", "not an address"));
        assertThat(report.diagnostics())
                .singleElement()
                .asString()
                .contains("BYLINE_WEBMENTION_IO_SERVER: warning: no address of the web");
    }

    @Test
    void the_token_stands_in_no_file() {
        pages.add(feed(entry(1, "like-of")));
        gather();
        assertThat(TestSite.contains(folder, "s3cr3t")).isEmpty();
    }
}
