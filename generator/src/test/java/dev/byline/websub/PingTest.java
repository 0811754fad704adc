package dev.byline.websub;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.byline.Byline;
import dev.byline.PingReport;
import dev.byline.PingRequest;
import dev.byline.TestSite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Telling hubs that do as they should, and hubs that do not. */
final class PingTest {
    private static final String FEED = "hub.mode=publish&hub.url=https%3A%2F%2Fblog.example%2Ffeed.xml";

    @TempDir
    private Path folder;

    private HttpServer server;
    private String hub;
    private TestSite site;
    /** What hubs were told, as it came: path, and body. */
    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    /** What to answer at a path, one after another; then, and elsewhere, 204. */
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();

    private record Answer(int status, Map<String, String> headers) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        hub = "http://127.0.0.1:" + server.getAddress().getPort() + "/hub";
        site = TestSite.in(folder).article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        hubs(hub);
        site.build();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void hubs(String... addresses) {
        site.file(
                "site.yml",
                "title: T\nurl: https://blog.example/\ntimeZone: UTC\nlanguages: [en]\nfeeds: {hub: ["
                        + String.join(", ", addresses) + "]}\n");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        heard.add(path + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Deque<Answer> planned = answers.getOrDefault(path, new ArrayDeque<>());
        Answer answer = planned.isEmpty() ? new Answer(204, Map.of()) : planned.poll();
        answer.headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(answer.status, -1);
        exchange.close();
    }

    /** The hub gives this answer so many times. */
    private void hubAnswers(int times, int status, Map<String, String> headers) {
        Deque<Answer> planned = new ArrayDeque<>();
        for (int i = 0; i < times; i++) {
            planned.add(new Answer(status, headers));
        }
        answers.put("/hub", planned);
    }

    private PingReport ping() {
        return ping(Duration.ofSeconds(3), false);
    }

    private PingReport ping(Duration patience, boolean dryRun) {
        return new Byline().ping(new PingRequest(folder, site.output(), state(), TestSite.NOW, patience, dryRun));
    }

    private Path state() {
        return PingRequest.defaultState(folder);
    }

    private static List<String> problems(PingReport report) {
        return report.diagnostics().stream().map(Object::toString).toList();
    }

    @Test
    void every_feed_is_told_once_and_nothing_is_told_while_nothing_changes() throws IOException {
        PingReport first = ping();
        assertThat(first.diagnostics()).isEmpty();
        assertThat(first.told())
                .hasSize(heard.size())
                .contains(new PingReport.Message(hub, "https://blog.example/feed.xml"));
        assertThat(heard).contains("/hub " + FEED).doesNotHaveDuplicates();
        assertThat(heard).anyMatch(message -> message.endsWith("%2Fatom.xml"));
        assertThat(heard).anyMatch(message -> message.endsWith("authors%2Fgiulia-ferri%2Ffeed.json"));
        String state = Files.readString(state());
        heard.clear();
        PingReport second = ping();
        assertThat(second)
                .isEqualTo(new PingReport(List.of(), List.of(), first.told().size(), 0));
        assertThat(heard).isEmpty();
        assertThat(Files.readString(state())).isEqualTo(state);
        assertThat(state.lines().filter(line -> !line.startsWith("#")))
                .isSorted()
                .hasSize(first.told().size());
    }

    @Test
    void a_message_is_a_form_and_says_who_sends_it() throws IOException {
        ConcurrentLinkedQueue<String> headers = new ConcurrentLinkedQueue<>();
        server.createContext("/own", exchange -> {
            headers.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestHeaders().getFirst("User-Agent"));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        hubs(hub.replace("/hub", "/own"));
        ping();
        assertThat(headers)
                .isNotEmpty()
                .containsOnly("POST application/x-www-form-urlencoded Byline/" + Byline.version()
                        + " (+https://byline.dev/)");
    }

    @Test
    void only_feeds_that_changed_are_told() {
        int all = ping().told().size();
        heard.clear();
        site.article("b", "title: B\nauthor: marco-neri\ndate: 2026-05-02", "y").build();
        PingReport report = ping();
        assertThat(report.diagnostics()).isEmpty();
        assertThat(report.told()).hasSizeBetween(6, all);
        assertThat(heard).contains("/hub " + FEED).noneMatch(message -> message.contains("giulia-ferri"));
    }

    @Test
    void files_of_others_in_the_output_are_no_feeds() {
        site.file("target/site/theirs/feed.xml", "<rss/>").file("static/mine/feed.xml", "<rss/>");
        site.build();
        assertThat(ping().told()).noneMatch(message -> message.feed().matches(".*/(theirs|mine)/.*"));
    }

    @Test
    void what_a_hub_refuses_is_told_again_the_next_time() throws IOException {
        hubAnswers(1, 500, Map.of());
        PingReport failed = ping();
        assertThat(failed.failures()).isEqualTo(1);
        assertThat(failed.succeeded()).isTrue();
        assertThat(problems(failed))
                .singleElement()
                .asString()
                .startsWith("site.yml")
                .contains("warning: the hub " + hub + " was not told of https://blog.example/")
                .endsWith(": it answers 500; the next byline ping tells it again");
        assertThat(Files.readString(state())).contains(hub);
        PingReport again = ping();
        assertThat(again.told()).hasSize(1);
        assertThat(again.failures()).isZero();
    }

    @Test
    void a_hub_that_is_down_is_told_of_once_and_the_other_one_is_told_everything() throws IOException {
        hubs("http://127.0.0.1:1/down", hub);
        PingReport report = ping();
        assertThat(report.told()).isNotEmpty().allMatch(message -> message.hub().equals(hub));
        assertThat(report.failures()).isEqualTo(report.told().size());
        assertThat(problems(report))
                .singleElement()
                .asString()
                .contains("/down")
                .contains("more feeds: no connection");
        assertThat(Files.readString(state())).doesNotContain("/down");
        heard.clear();
        assertThat(ping().failures()).isEqualTo(report.failures());
        assertThat(heard).isEmpty();
    }

    @Test
    void a_slow_hub_costs_the_patience_once() {
        server.createContext("/slow", exchange -> {
            heard.add("slow");
            LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
            exchange.close();
        });
        hubs(hub.replace("/hub", "/slow"));
        PingReport report = ping(Duration.ofMillis(300), false);
        assertThat(report.told()).isEmpty();
        assertThat(report.failures()).isPositive();
        assertThat(report.diagnostics()).hasSize(1);
        assertThat(heard).hasSize(1);
        assertThat(state()).doesNotExist();
    }

    @Test
    void a_hub_that_answers_garbage_is_told_of_in_one_clean_line() throws Exception {
        try (ServerSocket garbage = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> {
                try (Socket socket = garbage.accept()) {
                    socket.getOutputStream()
                            .write("\u001b[31mNO HTTP\u0007 at all\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                    socket.getInputStream().readNBytes(1);
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            answering.start();
            hubs("http://127.0.0.1:" + garbage.getLocalPort() + "/");
            PingReport report = ping();
            answering.join();
            assertThat(report.failures()).isPositive();
            assertThat(problems(report)).singleElement().asString().doesNotContainPattern("\\p{Cntrl}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"429 | 0", "503 | 1", "503 | Wed, 21 Oct 2015 07:28:00 GMT"})
    void a_busy_hub_is_asked_once_more_when_it_says(int status, String retryAfter) {
        hubAnswers(1, status, Map.of("Retry-After", retryAfter));
        assertThat(ping().failures()).isZero();
        assertThat(heard.stream()
                        .collect(Collectors.groupingBy(message -> message, Collectors.counting()))
                        .values())
                .contains(2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "Wed, 21 Oct 2099 07:28:00 GMT", "soon", "-1", "99999999999999999999"})
    void a_hub_that_wants_too_much_time_is_left_in_peace(String retryAfter) {
        hubAnswers(1, 503, Map.of("Retry-After", retryAfter));
        PingReport report = ping();
        assertThat(report.told()).isEmpty();
        assertThat(heard).hasSize(1);
        assertThat(problems(report)).singleElement().asString().contains("503: too much to do");
    }

    @Test
    void a_hub_that_stays_busy_is_asked_twice_and_no_more() {
        hubAnswers(9, 429, Map.of("Retry-After", "0"));
        assertThat(ping().failures()).isPositive();
        assertThat(heard).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"307, true", "308, true", "301, false", "302, false", "303, false", "304, false"})
    void only_redirects_that_keep_a_post_are_followed(int status, boolean followed) {
        hubAnswers(1, status, Map.of("Location", "/moved"));
        PingReport report = ping();
        assertThat(report.failures()).isEqualTo(followed ? 0 : 1);
        assertThat(heard.stream().anyMatch(message -> message.startsWith("/moved hub.mode=publish&")))
                .isEqualTo(followed);
    }

    @Test
    void a_redirect_to_another_host_is_not_followed() {
        hubAnswers(1, 307, Map.of("Location", hub.replace("127.0.0.1", "localhost")));
        assertThat(problems(ping())).singleElement().asString().contains("a redirect to another host");
        assertThat(heard).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "<<<<<<< ours",
                "http://127.0.0.1/hub /feed.xml tooshort",
                "\u0000\u0001\u0002",
                "{hub: [feed.xml]}",
            })
    void a_corrupt_state_is_told_at_its_line_and_counts_as_none(String line) throws IOException {
        int all = ping().told().size();
        String sound = Files.readString(state());
        Files.writeString(state(), sound + line + "\n");
        PingReport report = ping();
        assertThat(report.told()).hasSize(all);
        assertThat(problems(report))
                .singleElement()
                .asString()
                .startsWith("websub.lock:" + (sound.lines().count() + 1) + ":1: warning: ");
        assertThat(Files.readString(state())).isEqualTo(sound);
    }

    @Test
    void a_feed_that_is_no_more_and_a_hub_that_is_no_longer_asked_leave_the_state() throws IOException {
        site.article("b", "title: B\nauthor: giulia-ferri\ndate: 2026-05-02\ntags: [beans]", "y")
                .build();
        hubs(hub, hub + "2");
        ping();
        assertThat(Files.readString(state())).contains("/tags/beans/feed.xml").contains(hub + "2 ");
        Files.delete(folder.resolve("articles/b.md"));
        hubs(hub);
        site.build();
        ping();
        assertThat(Files.readString(state())).doesNotContain("beans").doesNotContain(hub + "2 ");
    }

    @Test
    void a_dry_run_says_what_it_would_tell_and_tells_nobody() {
        PingReport report = ping(Duration.ofSeconds(3), true);
        assertThat(report.told()).contains(new PingReport.Message(hub, "https://blog.example/feed.xml"));
        assertThat(heard).isEmpty();
        assertThat(state()).doesNotExist();
    }

    @Test
    void a_site_that_is_not_built_or_has_no_hub_is_told_so() {
        TestSite.contents(site.output())
                .keySet()
                .forEach(file -> site.output().resolve(file).toFile().delete());
        assertThat(problems(ping()))
                .singleElement()
                .asString()
                .contains("not built yet")
                .contains("build and deploy");
        hubs();
        assertThat(problems(ping())).singleElement().asString().contains("no hub to tell");
        assertThat(heard).isEmpty();
    }

    @Test
    void mistakes_in_the_content_are_told_and_nobody_else_is() {
        site.article("b", "title: B\nauthor: nobody", "y");
        PingReport report = ping();
        assertThat(report.succeeded()).isFalse();
        assertThat(heard).isEmpty();
    }
}
