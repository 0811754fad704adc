package dev.byline.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.byline.Byline;
import dev.byline.CheckReport;
import dev.byline.CheckRequest;
import dev.byline.TestSite;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.network.Network;
import dev.byline.network.Networks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether profiles link back, asked of a server that shows any profile that a test needs. */
final class IdentityTest {
    private static final String PAGE = "https://blog.example/authors/giulia/";

    @TempDir
    private Path folder;

    private HttpServer server;
    private String host;
    private TestSite site;
    /** Path -> what to answer; 404 elsewhere. */
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    private record Answer(int status, String body, Map<String, String> headers) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path);
            Answer answer = answers.getOrDefault(path, new Answer(404, "none", Map.of()));
            answer.headers.forEach(
                    (name, value) -> exchange.getResponseHeaders().add(name, value));
            byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        host = "http://localhost:" + server.getAddress().getPort();
        site = TestSite.in(folder)
                .file("site.yml", "title: T\nurl: https://blog.example/\ntimeZone: UTC\nlanguages: [en]\n")
                .article("a", "title: A\nauthor: giulia\ndate: 2026-05-01\ntags: [x]", "Text.");
        for (String other : List.of("giulia-ferri", "marco-neri", "zoe-o-hara")) {
            Files.delete(folder.resolve("authors/" + other + ".yml"));
        }
        author("giulia", "website: '" + host + "/giulia'");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void author(String id, String handles) {
        site.file("authors/" + id + ".yml", "name: " + id + "\nhandles:\n  " + handles + "\n");
    }

    private void shows(String path, String body) {
        answers.put(path, new Answer(200, body, Map.of()));
    }

    private CheckReport check() {
        return check(Duration.ofSeconds(3));
    }

    private CheckReport check(Duration patience) {
        return new Byline()
                .check(new CheckRequest(site.folder(), TestSite.NOW, Optional.empty(), Optional.of(patience)));
    }

    private static List<String> told(CheckReport report) {
        return report.diagnostics().stream()
                .filter(diagnostic -> diagnostic.rule().equals("identity"))
                .map(Diagnostic::toString)
                .toList();
    }

    private static List<Claim.Outcome> outcomes(CheckReport report) {
        return report.claims().stream().map(Claim::outcome).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a rel=me href='https://blog.example/authors/giulia/'>",
                "<a rel='nofollow ME noopener me' href='https://blog.example/authors/giulia'>",
                "<link rel=\"me\" href='HTTPS://Blog.Example:443/authors/giulia'>",
                "<a rel=me href='https://elsewhere.example/'><p><a rel=me href=' https://blog.example/authors/giulia/ '>",
                "<base href='https://blog.example/x/'><a rel=me href='../authors/giulia/'>",
            })
    void a_profile_that_links_back_is_verified(String html) {
        shows("/giulia", "<!doctype html><title>G</title>" + html);
        CheckReport report = check();
        assertThat(report.claims())
                .containsExactly(new Claim("giulia", "website", host + "/giulia", Claim.Outcome.VERIFIED));
        assertThat(told(report)).isEmpty();
        assertThat(report.failures()).isZero();
        assertThat(asked).containsExactly("GET /giulia");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<" + PAGE + ">; rel=\"me\"",
                "<https://other.example/>; rel=next, <" + PAGE + ">;title=\"a, b\"; REL=me",
                "<" + PAGE + ">; rel=\"author me\"; type=\"text/html\"",
            })
    void a_link_in_the_header_counts(String header) {
        answers.put("/giulia", new Answer(200, "nothing", Map.of("Link", header)));
        assertThat(outcomes(check())).containsExactly(Claim.Outcome.VERIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000\u0001\ufffd<<<>>>",
                "<a rel=me href='https://blog.example/'>",
                "<a rel=me href='https://blog.example/authors/giulia-x/'>",
                "<a rel=me href='http://blog.example/authors/giulia/'>",
                "<a rel=me href='https://blog.example.evil.example/authors/giulia/'>",
                "<!-- <a rel=me href='https://blog.example/authors/giulia/'> -->",
                "<a rel=me href='http://[broken'>",
                "&lt;a rel=me href='https://blog.example/authors/giulia/'&gt;",
            })
    void a_profile_that_does_not_link_back_is_told_where_its_handle_is_written(String html) {
        shows("/giulia", html);
        CheckReport report = check();
        assertThat(outcomes(report)).containsExactly(Claim.Outcome.UNVERIFIED);
        assertThat(told(report))
                .containsExactly("authors/giulia.yml:3:12: warning: Website profile " + host
                        + "/giulia has no rel=\"me\" link to " + PAGE
                        + "; link to it there with <a rel=\"me\" href=\"...\">");
        assertThat(report.failures()).isZero();
        assertThat(report.succeeded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<>",
                "<" + PAGE + ">",
                "<" + PAGE + ">; rel=met",
                "<" + PAGE + ">; rel=next; rel=me",
                "<%>;rel=me"
            })
    void a_header_that_says_something_else_does_not_count(String header) {
        answers.put("/giulia", new Answer(200, "nothing", Map.of("Link", header)));
        assertThat(outcomes(check())).containsExactly(Claim.Outcome.UNVERIFIED);
    }

    @Test
    void a_header_without_end_costs_nothing() {
        answers.put("/giulia", new Answer(200, "x", Map.of("Link", "<" + PAGE + ">; " + "\"a\"".repeat(20_000))));
        assertThat(outcomes(check())).containsExactly(Claim.Outcome.UNVERIFIED);
    }

    @Test
    void a_link_without_me_is_told_as_one() {
        shows("/giulia", "<a rel=author href='" + PAGE + "'>");
        assertThat(told(check())).singleElement().asString().contains("links to " + PAGE + ", but not with rel=\"me\"");
    }

    @Test
    void a_profile_that_is_not_there_is_told() {
        CheckReport report = check();
        assertThat(outcomes(report)).containsExactly(Claim.Outcome.UNVERIFIED);
        assertThat(told(report))
                .singleElement()
                .asString()
                .contains("answers 404")
                .endsWith("; correct the handle");
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "429", "500", "503", "999"})
    void a_profile_that_could_not_be_asked_is_a_failure(int status) {
        answers.put("/giulia", new Answer(status, "<a rel=me href='" + PAGE + "'>", Map.of()));
        CheckReport report = check();
        assertThat(outcomes(report)).containsExactly(Claim.Outcome.UNANSWERED);
        assertThat(report.failures()).isEqualTo(1);
        assertThat(told(report)).singleElement().asString().contains("could not be asked: it answers " + status);
    }

    @Test
    void a_silent_host_costs_the_patience_and_the_others_are_asked() {
        server.createContext("/slow", exchange -> {
            LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
            exchange.close();
        });
        shows("/giulia", "<a rel=me href='" + PAGE + "'>");
        author("marco", "website: '" + host + "/slow'");
        author("nina", "website: 'http://127.0.0.1:1/nina'");
        CheckReport report = check(Duration.ofMillis(700));
        assertThat(outcomes(report))
                .containsExactly(Claim.Outcome.VERIFIED, Claim.Outcome.UNANSWERED, Claim.Outcome.UNANSWERED);
        assertThat(report.failures()).isEqualTo(2);
    }

    @Test
    void redirects_are_followed_and_addresses_are_read_from_where_they_lead() {
        answers.put("/giulia", new Answer(301, "", Map.of("Location", host.replace("localhost", "127.0.0.1") + "/g/")));
        shows("/g/", "<a rel=me href='" + PAGE + "'>");
        assertThat(outcomes(check())).containsExactly(Claim.Outcome.VERIFIED);
        answers.put("/giulia", new Answer(302, "", Map.of("Location", "/giulia")));
        assertThat(told(check())).singleElement().asString().contains("more than 3 redirects");
    }

    @Test
    void a_personal_handle_is_asked_about_only_where_its_owner_publishes_it() {
        shows("/giulia", "x");
        author("giulia", "website: {handle: '" + host + "/giulia', use: personal}");
        CheckReport report = check();
        assertThat(asked).isEmpty();
        assertThat(report.claims()).isEmpty();
        author("giulia", "website: {handle: '" + host + "/giulia', use: personal, publish: true}");
        check();
        assertThat(asked).containsExactly("GET /giulia");
    }

    @Test
    void a_network_without_such_links_is_not_asked_and_nothing_is_told_of_it() {
        author(
                "giulia",
                "x: giulia\n  linkedin: in/giulia\n  xmpp: giulia@chat.example\n  matrix: '@giulia:chat.example'");
        CheckReport report = check(Duration.ofMillis(1));
        assertThat(outcomes(report)).hasSize(4).containsOnly(Claim.Outcome.UNVERIFIABLE);
        assertThat(told(report)).isEmpty();
        assertThat(report.failures()).isZero();
    }

    @Test
    void a_company_is_linked_to_at_its_home_page() {
        answers.clear();
        site.file(
                "site.yml",
                "title: T\nurl: https://blog.example/news/\ntimeZone: UTC\nlanguages: [en]\n"
                        + "accounts: {acme: {handles: {website: '" + host + "/acme'}}}\n");
        author("giulia", "x: giulia");
        shows("/acme", "<a rel=me href='https://blog.example/news'>");
        assertThat(check().claims()).contains(new Claim("acme", "website", host + "/acme", Claim.Outcome.VERIFIED));
        shows("/acme", "<a rel=me href='https://blog.example/'>");
        assertThat(told(check())).singleElement().asString().startsWith("site.yml:5:38: warning: ");
    }

    @Test
    void a_host_is_asked_one_question_at_a_time_and_each_profile_once() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        server.createContext("/many", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            now.decrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        for (int i = 0; i < 6; i++) {
            author("author-" + i, "website: '" + host + "/many/" + i / 2 + "'");
        }
        check();
        assertThat(asked).containsOnlyOnce("/many/0", "/many/1", "/many/2");
        assertThat(most.get()).isEqualTo(1);
    }

    @Test
    void networks_that_can_say_how_and_those_that_cannot_say_nothing() {
        assertThat(Networks.all().stream()
                        .filter(network -> network.linkingBack().isPresent())
                        .map(Network::id))
                .containsExactly(
                        "mastodon",
                        "threads",
                        "akkoma",
                        "gotosocial",
                        "pixelfed",
                        "github",
                        "gitlab",
                        "codeberg",
                        "misskey",
                        "friendica",
                        "website");
    }
}
