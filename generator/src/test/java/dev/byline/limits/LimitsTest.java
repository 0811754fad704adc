package dev.byline.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Byline;
import dev.byline.LimitsReport;
import dev.byline.LimitsRequest;
import dev.byline.TestSite;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.rehearsal.Answered;
import dev.byline.rehearsal.Asked;
import dev.byline.rehearsal.LoopbackServer;
import dev.byline.rehearsal.MastodonUnderstudy;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.Understudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that tell what they allow, servers that lie about it, and what becomes of the drafts for them. */
final class LimitsTest {
    private static final String KNOWN = """
            # What servers let a post be, as they told `byline drafts limits`. A limit: beside a handle comes first.
            servers:
              social.example: {characters: 600, images: 4}
            """;

    @TempDir
    private Path folder;

    private TestSite site;
    private LoopbackServer server;

    /** Path -> what is answered there. */
    private final Map<String, Answered> answers = new HashMap<>();

    @BeforeEach
    void start() throws IOException {
        site = TestSite.in(folder)
                .file("authors/marco-neri.yml", "name: Marco Neri\n")
                .file("authors/zoe-o-hara.yml", "name: Zoë O'Hara\n")
                .article(
                        "a",
                        "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\nsummary: We kept every angry answer.",
                        "x");
        open(new Understudy() {
            @Override
            public Answered answer(Asked asked) {
                return answers.getOrDefault(asked.path(), new Answered(404, "text/html", Map.of(), "<h1>Not found"));
            }

            @Override
            public List<Shown> shown() {
                return List.of();
            }
        });
    }

    private void open(Understudy understudy) throws IOException {
        stop();
        server = LoopbackServer.start(understudy);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private void answer(String path, String json) {
        answers.put(path, new Answered(200, "application/json", Map.of(), json));
    }

    private static String allowing(String characters) {
        return "{\"configuration\": {\"statuses\": {\"max_characters\": " + characters
                + ", \"max_media_attachments\": 4}, \"media_attachments\": {\"description_limit\": 1500}}}";
    }

    private LimitsReport ask() {
        String address = server.address().toString();
        return new Byline()
                .limits(new LimitsRequest(
                        folder,
                        TestSite.NOW,
                        Map.of(
                                "BYLINE_MASTODON_SERVER_GIULIA_FERRI", address,
                                "BYLINE_MASTODON_SERVER_ACME", address),
                        Duration.ofSeconds(3)));
    }

    private List<String> problems(LimitsReport report) {
        return report.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    private Path file() {
        return folder.resolve("networks.yml");
    }

    private String draft() {
        assertThat(site.problems()).isEmpty();
        return site.draft("a/giulia-ferri.mastodon.md");
    }

    @Test
    void what_a_server_tells_is_kept_and_each_is_asked_once() throws IOException {
        open(new MastodonUnderstudy(Map.of(), 5_000, Clock.systemUTC()));
        LimitsReport report = ask();
        assertThat(problems(report)).isEmpty();
        assertThat(report.told()).singleElement().satisfies(told -> {
            assertThat(told.host()).isEqualTo("social.example");
            assertThat(told.characters()).hasValue(5_000);
            assertThat(told.changed()).isTrue();
        });
        assertThat(server.requests()).containsExactly("GET /api/v2/instance");
        assertThat(file())
                .content()
                .endsWith("servers:\n  social.example: {characters: 5000, images: 4, description: 1500}\n");
        byte[] bytes = Files.readAllBytes(file());
        assertThat(ask().told())
                .singleElement()
                .satisfies(told -> assertThat(told.changed()).isFalse());
        assertThat(file()).hasBinaryContent(bytes);
    }

    @Test
    void drafts_go_by_what_was_told_and_a_limit_beside_the_handle_comes_first() {
        site.article(
                "a",
                "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\nsyndicate: {mastodon: {text: \"" + "x".repeat(590)
                        + "\"}, bluesky: false, x: false, linkedin: false}",
                "x");
        assertThat(site.problems()).isNotEmpty().allMatch(line -> line.contains("the limit is 500"));
        site.file("networks.yml", KNOWN);
        assertThat(draft()).contains("x".repeat(590));
        assertThat(site.draft("index.html")).contains("of 600");
        site.file("authors/giulia-ferri.yml", """
                name: Giulia Ferri
                handles: {mastodon: {handle: "@giulia@social.example", limit: 550}}
                """);
        assertThat(site.problems()).singleElement().asString().contains("counts 590 there, the limit is 550");
    }

    @Test
    void an_older_server_is_asked_in_the_older_way() {
        answer("/api/v2/instance", "{\"title\": \"A forum\"}");
        answer(
                "/api/v1/instance",
                "{\"max_toot_chars\": 5000, \"max_media_attachments\": 8, \"description_limit\": 1200}");
        assertThat(problems(ask())).isEmpty();
        assertThat(file()).content().contains("social.example: {characters: 5000, images: 8, description: 1200}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1                    | max_characters is -1, which is no limit
            0                     | max_characters is 0, which is no limit
            1000000000000         | max_characters is 1000000000000, which is no limit
            1e400                 | which is no limit
            500.5                 | max_characters is 500.5, which is no limit
            "500"                 | max_characters is "500", which is no limit
            [500]                 | max_characters is [500], which is no limit
            true                  | max_characters is true, which is no limit
            null                  | it answers 404
            {"a": {"b": "\u202e"}} | which is no limit
            """)
    void a_number_that_cannot_be_meant_is_told_and_what_is_known_stays(String number, String reason) {
        site.file("networks.yml", KNOWN);
        answer("/api/v2/instance", allowing(number));
        LimitsReport report = ask();
        assertThat(report.failures()).isEqualTo(1);
        assertThat(problems(report))
                .singleElement()
                .asString()
                .matches("(authors/giulia-ferri|site)\\.yml:\\d+:\\d+: warning: social\\.example does not say .*")
                .contains(reason)
                .endsWith("what it told before stays");
        assertThat(file()).hasContent(KNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <!DOCTYPE html><p>Welcome | HTML came instead of JSON
            []                        | an answer that cannot be read
            {                         | an answer that cannot be read
            {"configuration": 5}      | it does not tell what it allows
            ''                        | an answer that cannot be read
            """)
    void an_answer_that_says_nothing_of_use_is_told_and_what_is_known_stays(String body, String reason) {
        site.file("networks.yml", KNOWN);
        answer("/api/v2/instance", body);
        answer("/api/v1/instance", body);
        assertThat(problems(ask())).singleElement().asString().contains(reason);
        assertThat(file()).hasContent(KNOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE", "BROKEN_BEFORE", "BUSY", "UNAUTHORISED", "HUGE", "SLOW", "OTHER_CHARSET"})
    void a_server_that_fails_is_told_and_what_is_known_stays(Mishap mishap) {
        site.file("networks.yml", KNOWN);
        answer("/api/v2/instance", allowing("500"));
        answer("/api/v1/instance", allowing("500"));
        server.suffer(asked -> mishap);
        LimitsReport report = ask();
        assertThat(report.failures()).isEqualTo(1);
        assertThat(problems(report)).singleElement().asString().contains("social.example does not say what it allows");
        assertThat(file()).hasContent(KNOWN);
    }

    @Test
    void a_redirect_to_another_host_is_not_followed() throws IOException {
        try (LoopbackServer other = LoopbackServer.start(new MastodonUnderstudy(Map.of(), 5_000, Clock.systemUTC()))) {
            String elsewhere = other.address() + "api/v2/instance";
            answers.put("/api/v2/instance", new Answered(302, "text/plain", Map.of("Location", elsewhere), ""));
            assertThat(problems(ask())).singleElement().asString().contains("a redirect to another host");
            assertThat(other.requests()).isEmpty();
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void a_limit_of_eleven_leaves_no_room_for_a_draft_and_is_told_as_that() {
        answer("/api/v2/instance", allowing("11"));
        assertThat(problems(ask()))
                .singleElement()
                .asString()
                .contains("social.example lets a post count 11 only, usual are 500");
        assertThat(site.problems())
                .hasSize(2)
                .allMatch(line -> line.contains("warning: no draft for Mastodon: a post may count 11 there, and the"
                        + " least that is to be said counts 23"))
                .anyMatch(line -> line.startsWith("authors/giulia-ferri.yml:5:"))
                .anyMatch(line -> line.startsWith("site.yml:9:"));
        assertThat(site.drafts().resolve("a/giulia-ferri.mastodon.md")).doesNotExist();
        assertThat(site.drafts().resolve("a/acme.x.md")).exists();
    }

    @Test
    void a_draft_of_ones_own_that_is_too_long_for_the_server_stays_and_is_an_error() {
        String own = "---\narticle: a\naccount: giulia-ferri\nnetwork: mastodon\n---\nTwelve signs.\n";
        site.file("networks.yml", "servers: {social.example: {characters: 11}}\n")
                .file("drafts/a/giulia-ferri.mastodon.md", own);
        assertThat(site.problems())
                .anyMatch(line -> line.startsWith("drafts/a/giulia-ferri.mastodon.md:6:1: error: the draft counts 13"));
        assertThat(folder.resolve("drafts/a/giulia-ferri.mastodon.md")).hasContent(own);
    }

    @Test
    void images_and_their_words_are_held_against_what_was_told() {
        site.file("networks.yml", "servers: {social.example: {images: 1, description: 10}}\n")
                .file("drafts/a/giulia-ferri.mastodon.md", """
                        ---
                        article: a
                        account: giulia-ferri
                        network: mastodon
                        media:
                          - {src: /a.png, alt: A drum}
                          - {src: /b.png, alt: A roaster in a cap}
                        ---
                        Two of us.
                        """);
        assertThat(new Byline().drafts(folder, TestSite.NOW).findings())
                .filteredOn(finding -> finding.rule().equals("over-limit"))
                .extracting(finding -> finding.place() + " " + finding.reason())
                .containsExactly(
                        "drafts/a/giulia-ferri.mastodon.md:9:1 2 images; a post on Mastodon has at most 1",
                        "drafts/a/giulia-ferri.mastodon.md:9:1 the text of an image counts 18 on Mastodon, the limit is 10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            servers: {social.example: {characters: 0}}    | networks.yml:1:40
            servers: {social.example: {characters: many}} | networks.yml:1:40
            servers: {social.example: {letters: 500}}     | networks.yml:1:28
            servers: {social.example: 500}                | networks.yml:1:27
            servers: [social.example]                     | networks.yml:1:10
            hosts: {}                                     | networks.yml:1:1
            """)
    void a_broken_file_is_told_with_its_place_and_never_written_over(String text, String place) {
        answer("/api/v2/instance", allowing("500"));
        site.file("networks.yml", text + "\n");
        LimitsReport report = ask();
        assertThat(report.succeeded()).isFalse();
        assertThat(problems(report)).singleElement().asString().startsWith(place + ": error: ");
        assertThat(server.requests()).isEmpty();
        assertThat(file()).hasContent(text + "\n");
    }

    @Test
    void an_address_that_is_none_is_told_by_the_name_of_its_variable() {
        LimitsReport report = new Byline()
                .limits(new LimitsRequest(
                        folder,
                        TestSite.NOW,
                        Map.of(
                                "BYLINE_MASTODON_SERVER_GIULIA_FERRI", "h ttp://x",
                                "BYLINE_MASTODON_SERVER_ACME", "gopher://localhost/"),
                        Duration.ofSeconds(3)));
        assertThat(problems(report))
                .anyMatch(line -> line.startsWith("BYLINE_MASTODON_SERVER_GIULIA_FERRI: error: no address"))
                .anyMatch(line -> line.contains("not asked: only https is"));
    }
}
