package dev.byline.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Byline;
import dev.byline.PreviewRequest;
import dev.byline.RunningPreview;
import dev.byline.TestSite;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page on this machine decides, and no page elsewhere. */
final class ModerationDeskTest {
    @TempDir
    private Path folder;

    private TestSite site;
    private RunningPreview server;

    @BeforeEach
    void start() throws Exception {
        site = TestSite.in(folder)
                .article("a", "title: A <b>\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .file("feedback/a/mastodon-1.yml", item("1", "Before", "moderation: approved"))
                .file("feedback/a/mastodon-2.yml", item("2", "Hm", "parent: mastodon-1\nmoderation: pending # mine"));
        site.build();
        server = new Byline()
                .preview(PreviewRequest.of(folder, () -> TestSite.NOW).on(18_180, false))
                .running()
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String item(String id, String text, String more) {
        return """
                kind: reply
                origin: {source: mastodon, id: "%s", url: "https://town.example/@noor/%s"}
                author: {name: "No<i>or\\u202E", handle: "@noor@town.example"}
                format: html
                text: %s
                %s
                """.formatted(id, id, text, more);
    }

    private URI uri() {
        return URI.create(server.address()).resolve(ModerationDesk.PATH);
    }

    private HttpResponse<String> get() throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri()).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Document page() throws Exception {
        return Jsoup.parse(get().body());
    }

    private HttpResponse<String> post(String form, Optional<String> origin) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        origin.ifPresent(o -> request.header("Origin", o));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Optional<String> here() {
        return Optional.of("http://localhost:" + uri().getPort());
    }

    /** What a browser would send for this button. */
    private static String form(Document page, String decision) {
        Element button = page.selectFirst("button[value=" + decision + "]");
        StringBuilder form = new StringBuilder("decision=" + decision);
        for (Element field : button.closest("form").select("input[type=hidden]")) {
            form.append('&')
                    .append(field.attr("name"))
                    .append('=')
                    .append(URLEncoder.encode(field.attr("value"), StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private String file() throws Exception {
        return Files.readString(folder.resolve("feedback/a/mastodon-2.yml"));
    }

    @Test
    void what_waits_is_shown_in_its_thread_and_decided_by_a_form_and_taken_back() throws Exception {
        String before = file();
        Document page = page();
        assertThat(page.select("article")).hasSize(1);
        assertThat(page.select(".thread").text()).contains("Before");
        assertThat(page.selectFirst("h3").text()).isEqualTo("No<i>or @noor@town.example");
        assertThat(page.select("script")).isEmpty();
        HttpResponse<String> done = post(form(page, "approve"), here());
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).hasValue("/-/moderate/");
        assertThat(file()).isEqualTo(before.replace("pending # mine", "approved # mine"));
        page = page();
        assertThat(page.select("[role=status]").text()).isEqualTo("It is decided.");
        assertThat(page.select("article")).isEmpty();
        assertThat(post(form(page, "undo"), here()).statusCode()).isEqualTo(303);
        assertThat(file()).isEqualTo(before);
        assertThat(post(form(page(), "reject"), here()).statusCode()).isEqualTo(303);
        assertThat(file()).contains("moderation: rejected # mine");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, true",
        "null, true",
        "http://localhost:1, true",
        "'', true",
        "here, false",
    })
    void a_form_from_elsewhere_changes_nothing(String origin, boolean withToken) throws Exception {
        String before = file();
        String form = form(page(), "approve");
        Optional<String> from =
                origin.equals("here") ? here() : Optional.of(origin).filter(o -> !o.isEmpty());
        String sent = withToken ? form : form.replaceAll("token=\\w+", "token=" + "0".repeat(64));
        assertThat(post(sent, from).statusCode()).isEqualTo(403);
        assertThat(file()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "item=[^&]+, item=..%2F..%2Fsite, 303",
        "item=[^&]+, item=, 400",
        "decision=approve, decision=remove, 400",
        "mark=\\w+, mark=0, 303",
        "token=, x=%ZZ&token=, 403",
    })
    void a_form_that_lies_changes_nothing(String part, String lie, int status) throws Exception {
        String before = file();
        assertThat(post(form(page(), "approve").replaceAll(part, lie), here()).statusCode())
                .isEqualTo(status);
        assertThat(file()).isEqualTo(before);
        assertThat(post("x".repeat(100_000), here()).statusCode()).isEqualTo(403);
    }

    @Test
    void the_page_can_be_framed_by_nobody_and_runs_nothing() throws Exception {
        site.file(
                "feedback/a/mastodon-2.yml",
                item("2", "'<script>x</script><img src=https://x.example/><p onclick=x>Hm</p>'", ""));
        HttpResponse<String> page = get();
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'").contains("frame-ancestors 'none'"));
        assertThat(page.body()).doesNotContain("<script").doesNotContain("<img").doesNotContain("onclick");
        assertThat(Jsoup.parse(page.body()).select("button").eachAttr("value"))
                .containsExactly("undo", "approve", "reject");
    }

    @Test
    void a_site_that_cannot_be_read_is_told_and_the_desk_leads_here() throws Exception {
        assertThat(site.draft("index.html")).contains("href=\"../moderate/\"");
        site.file("site.yml", "title: [");
        assertThat(get().statusCode()).isEqualTo(500);
    }
}
