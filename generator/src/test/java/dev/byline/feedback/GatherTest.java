package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
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
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gathering from a server that answers as Mastodon's documentation says, or as no documentation says. */
final class GatherTest {
    private static final String STATUS = """
            {"id": "%s", "uri": "https://town.example/u/%s", "url": "https://town.example/@noor/%s",
             "created_at": "2026-05-02T10:00:00.000Z", "edited_at": null, "in_reply_to_id": "%s",
             "visibility": "%s", "language": "en", "spoiler_text": "", "content": "%s",
             "account": {"id": "7", "username": "noor", "acct": "noor@town.example", "display_name": "Noor :cat:",
                         "url": "https://town.example/@noor", "avatar_static": "https://town.example/a.png"}}""";

    private static final String ACCOUNT = """
            {"id": "%s", "username": "%s", "acct": "%s", "display_name": "", "url": "https://here.example/@%s"}""";

    @TempDir
    private Path folder;

    private HttpServer server;
    private String host;
    private TestSite site;
    /** Path and query -> what to answer. */
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(int status, String type, String body, Map<String, String> headers) {
        static Answer json(String body) {
            return new Answer(200, "application/json; charset=utf-8", body, Map.of());
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        host = "http://127.0.0.1:" + server.getAddress().getPort();
        site = TestSite.in(folder)
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .file("ledger/a.yml", ledger("100"));
        context("[" + status("201", "100", "public", "<p>First</p>") + ","
                + status("202", "201", "unlisted", "<p>Second</p>") + "]");
        answers.put("/api/v1/statuses/100", Answer.json("{\"id\": \"100\", \"replies_count\": 1}"));
        answers.put("/api/v1/statuses/100/favourited_by?limit=80", Answer.json("[]"));
        answers.put("/api/v1/statuses/100/reblogged_by?limit=80", Answer.json("[]"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String ledger(String id) {
        return "posts:\n  - {account: giulia-ferri, network: mastodon, id: \"" + id + "\", url: \"" + host + "/@giulia/"
                + id + "\", at: 2026-05-01T10:00:00Z}\n";
    }

    private static String status(String id, String parent, String visibility, String content) {
        return STATUS.formatted(id, id, id, parent, visibility, content);
    }

    private void context(String descendants) {
        answers.put(
                "/api/v1/statuses/100/context",
                Answer.json("{\"ancestors\": [], \"descendants\": " + descendants + "}"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        Answer answer = answers.getOrDefault(
                exchange.getRequestURI().toString(),
                new Answer(404, "application/json", "{\"error\": \"Record not found\"}", Map.of()));
        exchange.getResponseHeaders().set("Content-Type", answer.type);
        answer.headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private GatherReport gather() {
        return gather(Duration.ofSeconds(2));
    }

    private GatherReport gather(Duration patience) {
        return new Byline().gather(GatherRequest.of(site.folder(), TestSite.NOW, Map.of(), patience));
    }

    private static void assertThatCounts(
            GatherReport report, int added, int updated, int removed, int unchanged, int failures) {
        assertThat(report)
                .isEqualTo(new GatherReport(report.diagnostics(), added, updated, removed, unchanged, failures));
    }

    private String item(String name) throws IOException {
        return Files.readString(folder.resolve("feedback/a/" + name + ".yml"));
    }

    @Test
    void replies_become_files_and_a_second_time_changes_nothing() throws IOException {
        assertThatCounts(gather(), 2, 0, 0, 0, 0);
        assertThat(item("mastodon-202")).isEqualTo("""
                        kind: reply
                        origin:
                          source: mastodon
                          id: '202'
                          url: https://town.example/@noor/202
                        author:
                          name: 'Noor :cat:'
                          handle: '@noor@town.example'
                          url: https://town.example/@noor
                        published: 2026-05-02T10:00:00Z
                        language: en
                        format: html
                        text: <p>Second</p>
                        parent: mastodon-201
                        moderation: pending
                        """);
        assertThat(item("mastodon-201")).doesNotContain("parent");
        Map<String, String> before = TestSite.contents(folder.resolve("feedback"));
        assertThatCounts(gather(), 0, 0, 0, 2, 0);
        assertThat(TestSite.contents(folder.resolve("feedback"))).isEqualTo(before);
    }

    @Test
    void what_is_gathered_is_shown_once_it_is_approved() throws IOException {
        gather();
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("articles/a/feedback/index.html")).doesNotContain("Second");
        approve("mastodon-201");
        approve("mastodon-202");
        gather();
        assertThat(item("mastodon-201")).contains("moderation: approved");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("articles/a/feedback/index.html"))
                .contains("<p>Second</p>")
                .contains("@noor@town.example");
        assertThat(site.page("articles/a/index.html")).contains("2 answers");
    }

    private void approve(String name) throws IOException {
        site.file("feedback/a/" + name + ".yml", item(name).replace("moderation: pending", "moderation: approved"));
    }

    @Test
    void nothing_that_is_not_public_is_ever_written() {
        context("[" + status("201", "100", "private", "secret") + "," + status("202", "100", "direct", "secret") + "]");
        assertThat(gather().added()).isZero();
        assertThat(folder.resolve("feedback")).doesNotExist();
    }

    @Test
    void favourites_and_boosts_are_followed_through_their_pages() {
        answers.put(
                "/api/v1/statuses/100/favourited_by?limit=80",
                new Answer(
                        200,
                        "application/json",
                        "[" + ACCOUNT.formatted("1", "ann", "ann", "ann") + "]",
                        Map.of(
                                "Link",
                                "<" + host + "/api/v1/statuses/100/favourited_by?limit=80&max_id=5>; rel=\"next\", "
                                        + "<" + host + "/x>; rel=\"prev\"")));
        answers.put(
                "/api/v1/statuses/100/favourited_by?limit=80&max_id=5",
                Answer.json("[" + ACCOUNT.formatted("2", "bob", "bob@there.example", "bob") + "]"));
        answers.put(
                "/api/v1/statuses/100/reblogged_by?limit=80",
                new Answer(
                        200,
                        "application/json",
                        "[" + ACCOUNT.formatted("1", "ann", "ann", "ann") + "]",
                        Map.of("Link", "<https://evil.example/next>; rel=\"next\"")));
        assertThatCounts(gather(), 5, 0, 0, 0, 0);
        assertThat(TestSite.contains(folder.resolve("feedback"), "@ann@127.0.0.1"))
                .hasSize(2);
        assertThat(TestSite.contains(folder.resolve("feedback"), "@bob@there.example"))
                .hasSize(1);
    }

    @Test
    void an_edit_is_followed_and_a_decision_stays() throws IOException {
        gather();
        approve("mastodon-201");
        context("["
                + status("201", "100", "public", "<p>Changed</p>")
                        .replace("\"edited_at\": null", "\"edited_at\": \"2026-05-03T10:00:00.000Z\"")
                + "," + status("202", "201", "unlisted", "<p>Second</p>") + "]");
        assertThatCounts(gather(), 0, 1, 0, 1, 0);
        assertThat(item("mastodon-201"))
                .contains("<p>Changed</p>")
                .contains("edited: 2026-05-03T10:00:00Z")
                .contains("moderation: approved");
    }

    @Test
    void of_a_very_long_text_the_beginning_is_kept_and_can_be_read_again() throws IOException {
        context("[" + status("201", "100", "public", "<p>" + "x".repeat(190_000)) + "]");
        assertThatCounts(gather(), 1, 0, 0, 0, 0);
        assertThat(item("mastodon-201")).hasSizeLessThan(101_000);
        assertThatCounts(gather(), 0, 0, 0, 1, 0);
        assertThat(site.problems()).isEmpty();
    }

    @Test
    void a_rule_decides_once_and_says_why_and_people_decide_for_good() throws IOException {
        site.file(
                "site.yml", Files.readString(folder.resolve("site.yml")) + "feedback: {trust: {mastodon: approved}}\n");
        gather();
        assertThat(item("mastodon-201")).endsWith("moderation: approved # by rule: the source mastodon is approved\n");
        site.file(
                "feedback/a/mastodon-201.yml",
                item("mastodon-201").replaceFirst("moderation: .*", "moderation: rejected # no"));
        String mine = item("mastodon-201");
        assertThatCounts(gather(), 0, 0, 0, 2, 0);
        assertThat(item("mastodon-201")).isEqualTo(mine);
    }

    @Test
    void a_file_with_both_sides_of_a_merge_is_told_and_never_written_over() throws IOException {
        gather();
        String both = item("mastodon-201")
                .replace(
                        "moderation: pending",
                        "<<<<<<< HEAD\nmoderation: approved\n=======\nmoderation: rejected\n>>>>>>> other");
        site.file("feedback/a/mastodon-201.yml", both);
        GatherReport report = gather();
        assertThat(item("mastodon-201")).isEqualTo(both);
        assertThat(report.diagnostics())
                .anySatisfy(d -> assertThat(d.toString())
                        .startsWith("feedback/a/mastodon-201.yml:14:1: warning: git could not join two changes here"));
        assertThat(site.build().succeeded()).isTrue();
        assertThat(site.page("articles/a/feedback/index.html")).doesNotContain("First");
    }

    @Test
    void what_was_withdrawn_loses_its_words_and_keeps_its_place() throws IOException {
        gather();
        context("[" + status("202", "201", "unlisted", "<p>Second</p>") + "]");
        answers.put("/api/v1/statuses/100", Answer.json("{\"id\": \"100\", \"replies_count\": 0}"));
        assertThatCounts(gather(), 0, 0, 1, 1, 0);
        assertThat(item("mastodon-201"))
                .contains("moderation: removed")
                .doesNotContain("First")
                .doesNotContain("noor");
    }

    @Test
    void feedback_from_elsewhere_is_never_touched() throws IOException {
        site.file(
                "feedback/a/intake-1.yml", "kind: comment\norigin: {source: intake}\ntext: Hi\nmoderation: approved\n");
        gather();
        assertThat(item("intake-1")).contains("text: Hi");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | text/html | <html>Internal error</html> | the server answers 500",
                "200 | text/html | <html>Log in</html> | HTML came instead of JSON",
                "200 | application/json | {\"descendants\": [{\"id | JSON that cannot be read",
                "200 | application/json | \"hello\" | JSON that cannot be read",
                "401 | application/json | {\"error\": \"x\"} | the server wants a token for this",
                "429 | application/json | {\"error\": \"x\"} | asked too often",
                "302 | text/plain | moved | a redirect to another host",
            })
    void a_server_that_does_not_answer_as_it_should_is_told_and_costs_nothing(
            int status, String type, String body, String reason) throws IOException {
        gather();
        Map<String, String> before = TestSite.contents(folder.resolve("feedback"));
        answers.put(
                "/api/v1/statuses/100/context",
                new Answer(
                        status,
                        type,
                        body,
                        Map.of("Location", "https://elsewhere.example/", "X-RateLimit-Reset", "2026-05-02T12:00:00Z")));
        GatherReport report = gather();
        assertThat(report.failures()).isEqualTo(1);
        assertThat(report.diagnostics())
                .singleElement()
                .asString()
                .contains("ledger/a.yml: warning: ")
                .contains(reason);
        assertThat(TestSite.contents(folder.resolve("feedback"))).isEqualTo(before);
    }

    @Test
    void a_post_that_is_gone_is_told_and_its_answers_stay() throws IOException {
        gather();
        answers.remove("/api/v1/statuses/100");
        GatherReport report = gather();
        assertThat(report.failures()).isZero();
        assertThat(report.diagnostics()).singleElement().asString().contains("the post is gone");
        assertThat(item("mastodon-201")).contains("First");
    }

    @Test
    void a_broken_status_is_left_out_and_the_others_are_kept() {
        context("[{\"id\": 5, \"visibility\": \"public\", \"account\": null}, null, 7, \"x\", [],"
                + status("202", "100", "public", "ok")
                + ", {\"id\": \"../../evil\", \"visibility\": \"public\", \"content\": {\"a\": 1}, \"account\": {}}]");
        GatherReport report = gather();
        assertThat(report.added()).isEqualTo(2);
        assertThat(folder.resolve("feedback/a/mastodon-202.yml")).exists();
        assertThat(folder.resolve("evil.yml")).doesNotExist();
        assertThat(TestSite.contents(folder.resolve("feedback")).keySet())
                .allMatch(f -> f.matches("a/mastodon-[a-z0-9-]+\\.yml"));
    }

    @Test
    void ten_megabytes_are_not_read() {
        context("[\"" + "x".repeat(10_000_000) + "\"]");
        GatherReport report = gather();
        assertThat(report.failures()).isEqualTo(1);
        assertThat(report.diagnostics().toString()).contains("more than 8 MB");
    }

    @Test
    void a_server_that_is_silent_is_not_waited_for() throws IOException {
        server.removeContext("/");
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofSeconds(5).toNanos());
            exchange.close();
        });
        GatherReport report = gather(Duration.ofMillis(300));
        assertThat(report.failures()).isEqualTo(1);
    }

    @Test
    void one_source_that_is_down_does_not_stop_the_others() throws IOException {
        site.article("b", "title: B\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .file("ledger/b.yml", ledger("100").replace(host, "http://127.0.0.1:1"));
        GatherReport report = gather();
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.failures()).isEqualTo(1);
        assertThat(report.succeeded()).isTrue();
    }

    @Test
    void only_the_sources_that_are_named_are_asked_and_a_misspelt_one_is_told() {
        GatherRequest other = new GatherRequest(
                site.folder(), TestSite.NOW, Map.of(), Duration.ofSeconds(2), Set.of("bluesky"), Instant.MIN, false);
        assertThat(new Byline().gather(other).added()).isZero();
        GatherReport report = new Byline()
                .gather(new GatherRequest(
                        site.folder(),
                        TestSite.NOW,
                        Map.of(),
                        Duration.ofSeconds(2),
                        Set.of("blusky"),
                        Instant.MIN,
                        false));
        assertThat(report.succeeded()).isFalse();
        assertThat(report.diagnostics().toString()).contains("did you mean \"bluesky\"?");
    }

    @Test
    void pieces_that_came_out_before_a_day_are_not_asked_about() {
        GatherRequest since = new GatherRequest(
                site.folder(),
                TestSite.NOW,
                Map.of(),
                Duration.ofSeconds(2),
                Set.of(),
                Instant.parse("2026-05-02T00:00:00Z"),
                false);
        assertThat(new Byline().gather(since).added()).isZero();
    }

    @Test
    void a_server_without_encryption_is_not_asked() {
        site.file("ledger/a.yml", ledger("100").replace(host, "http://social.example"));
        assertThat(gather().diagnostics()).singleElement().asString().contains("not asked: only https is");
    }
}
