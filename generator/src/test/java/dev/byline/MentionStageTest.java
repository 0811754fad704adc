package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.byline.PublishRequest.Choice;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.remote.PublicWeb;
import dev.byline.remote.Reach;
import dev.byline.site.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webmentions of a site that is built, deployed to a server of the test, and published. */
final class MentionStageTest {
    @TempDir
    private Path folder;

    private HttpServer server;
    private int port;
    private TestSite site;
    private final ConcurrentLinkedQueue<String> mentions = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        port = server.getAddress().getPort();
        server.createContext("/", exchange -> {
            Path file = site.output().resolve(exchange.getRequestURI().getPath().substring(1) + "index.html");
            byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.createContext("/linked", exchange -> {
            exchange.getResponseHeaders().set("Link", "</mention>; rel=webmention");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.createContext("/mention", exchange -> {
            mentions.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        server.start();
        site = TestSite.in(folder);
        site.file("site.yml", """
                title: T
                url: http://127.0.0.1:%d/
                timeZone: UTC
                languages: [en]
                """.formatted(port));
        article("a", "date: 2026-05-01", "linked/1");
        article("later", "date: 2027-01-01", "linked/2");
        article("draft", "draft: true", "linked/3");
        site.build();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void article(String id, String date, String linked) {
        site.article(
                id,
                "title: A\nauthor: giulia-ferri\n" + date,
                "See [this](http://noor.example:" + port + "/" + linked + ") and [that](/).");
    }

    private List<PublishReport.Entry> run(Selection selection, Choice... choices) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Site read = Byline.site(folder, TestSite.NOW, diagnostics).orElseThrow();
        boolean traced = List.of(choices).contains(Choice.DRY_RUN);
        Edition edition =
                Edition.of(read, folder, BuildRequest.defaultCache(folder), Optional.empty(), traced, diagnostics);
        PublicWeb web = new PublicWeb("1", "Webmention", Duration.ofSeconds(5), Reach.everywhere(name ->
                new InetAddress[] {InetAddress.getLoopbackAddress()}));
        PublishRequest request = new PublishRequest(
                folder,
                selection,
                TestSite.NOW,
                Clock.fixed(TestSite.NOW, ZoneOffset.UTC),
                Map.of(),
                Duration.ofSeconds(5),
                Set.of(choices));
        return new MentionStage(read, edition.prose(), request, web, diagnostics).run();
    }

    private String target(String path) {
        return "http://noor.example:" + port + "/" + path;
    }

    private static PublishReport.Entry entry(String page, String result, String detail) {
        return new PublishReport.Entry(page, "", "webmention", 1, result, detail, result.equals("failed"));
    }

    @Test
    void only_what_is_out_is_told_and_only_once() throws IOException {
        assertThat(run(Selection.ALL, Choice.DRY_RUN)).containsExactly(entry("a", "due", target("linked/1")));
        assertThat(mentions).isEmpty();
        assertThat(folder.resolve("webmentions.lock")).doesNotExist();
        assertThat(run(Selection.ALL)).containsExactly(entry("a", "mentioned", target("linked/1")));
        assertThat(mentions)
                .containsExactly("source=http%3A%2F%2F127.0.0.1%3A" + port + "%2Farticles%2Fa%2F"
                        + "&target=http%3A%2F%2Fnoor.example%3A" + port + "%2Flinked%2F1");
        String kept = Files.readString(folder.resolve("webmentions.lock"));
        assertThat(kept).contains("/articles/a/ " + target("linked/1") + " ").endsWith(" sent\n");
        assertThat(run(Selection.ALL)).isEmpty();
        assertThat(run(Selection.ALL, Choice.DRY_RUN)).isEmpty();
        assertThat(Files.readString(folder.resolve("webmentions.lock"))).isEqualTo(kept);
    }

    @Test
    void a_piece_that_is_not_deployed_is_not_told_of() throws IOException {
        article("b", "date: 2026-05-02", "linked/4");
        assertThat(run(Selection.ALL))
                .containsExactlyInAnyOrder(
                        entry("a", "mentioned", target("linked/1")),
                        entry("b", "failed", "there is no page: deploy the site first"));
        site.build();
        assertThat(run(Selection.ALL)).containsExactly(entry("b", "mentioned", target("linked/4")));
    }

    @Test
    void a_piece_that_was_removed_is_taken_back() throws IOException {
        run(Selection.ALL);
        Files.delete(folder.resolve("articles/a.md"));
        site.build();
        assertThat(run(Selection.ALL)).containsExactly(entry("/articles/a/", "withdrawn", target("linked/1")));
        assertThat(mentions).hasSize(2);
    }

    @Test
    void a_selection_holds_for_mentions_too() throws IOException {
        Optional<String> none = Optional.empty();
        assertThat(run(new Selection(none, Optional.of("mastodon"), none))).isEmpty();
        assertThat(run(new Selection(Optional.of("giulia-ferri"), none, none))).isEmpty();
        assertThat(run(new Selection(none, none, Optional.of("other")))).isEmpty();
        assertThat(run(new Selection(none, Optional.of("webmention"), Optional.of("a"))))
                .hasSize(1);
    }

    @Test
    void publish_tells_linked_pages_unless_it_is_asked_not_to() {
        assertThat(publish(Choice.DRY_RUN).posts()).contains(entry("a", "due", target("linked/1")));
        assertThat(publish(Choice.DRY_RUN, Choice.NO_WEBMENTIONS).posts()).isEmpty();
    }

    @Test
    void publish_asks_no_address_of_this_machine() throws IOException {
        site.article(
                "a",
                "title: A\nauthor: giulia-ferri\ndate: 2026-05-01",
                "See [this](http://localhost:" + port + "/linked/1).");
        site.build();
        assertThat(publish().posts()).isEmpty();
        assertThat(mentions).isEmpty();
        assertThat(Files.readString(folder.resolve("webmentions.lock"))).endsWith(" none\n");
    }

    private PublishReport publish(Choice... choices) {
        return new Byline()
                .publish(new PublishRequest(
                        folder,
                        Selection.ALL,
                        TestSite.NOW,
                        Clock.fixed(TestSite.NOW, ZoneOffset.UTC),
                        Map.of(),
                        Duration.ofSeconds(5),
                        Set.of(choices)));
    }
}
