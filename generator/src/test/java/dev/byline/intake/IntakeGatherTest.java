package dev.byline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.byline.Byline;
import dev.byline.GatherReport;
import dev.byline.GatherRequest;
import dev.byline.TestSite;
import dev.byline.feedback.Addresses;
import dev.byline.feedback.ReceivedMention;
import dev.byline.intake.RunningServer.Options;
import dev.byline.site.Feedback;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the intake into files, once each, and what people decided there. */
final class IntakeGatherTest {
    private static final Map<String, String> COMMENT = Map.of("article", "a", "name", "Noor", "text", "Well said.");

    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void site() {
        site = TestSite.in(folder.resolve("site"))
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
    }

    private void intakeAt(URI address) throws Exception {
        String settings = Files.readString(site.folder().resolve("site.yml")).replaceAll("feedback:.*\n", "");
        site.file("site.yml", settings + "feedback: {intake: " + address + "}\n");
    }

    private GatherReport gather(Map<String, String> environment) {
        return gather(environment, "intake");
    }

    private GatherReport gather(Map<String, String> environment, String source) {
        return new Byline()
                .gather(new GatherRequest(
                        site.folder(),
                        // What readers send is as young as the test.
                        Instant.now(),
                        environment,
                        Duration.ofSeconds(10),
                        Set.of(source),
                        Instant.MIN,
                        false));
    }

    private GatherReport gather() {
        return gather(Map.of("BYLINE_INTAKE_TOKEN", RunningServer.TOKEN));
    }

    private List<Path> files() throws Exception {
        Path feedback = site.folder().resolve("feedback/a");
        if (!Files.isDirectory(feedback)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(feedback)) {
            return files.sorted().toList();
        }
    }

    @Test
    void a_comment_becomes_a_file_and_is_not_asked_for_again() throws Exception {
        try (RunningServer intake = RunningServer.start(folder.resolve("store"), Options.USUAL)) {
            intakeAt(intake.address());
            intake.answer(COMMENT);
            assertThat(gather().added()).isEqualTo(1);
            String file = Files.readString(files().get(0));
            assertThat(file.replaceAll("'?[0-9a-f]{20}'?", "ID").replaceAll("published: .*", "published: NOW"))
                    .isEqualTo("""
                            kind: comment
                            origin:
                              source: intake
                              id: ID
                            author:
                              name: Noor
                            published: NOW
                            format: plain
                            text: Well said.
                            moderation: pending
                            """);
            assertThat(site.problems()).isEmpty();
            GatherReport second = gather();
            assertThat(second.added() + second.unchanged() + second.updated()).isZero();
            assertThat(intake.store().waiting()).isZero();
        }
    }

    @Test
    void what_was_taken_back_is_removed_and_what_people_decided_stays() throws Exception {
        try (RunningServer intake = RunningServer.start(folder.resolve("store"), Options.USUAL)) {
            intakeAt(intake.address());
            String own = intake.answer(COMMENT).headers().firstValue("Location").orElseThrow();
            gather();
            Path file = files().get(0);
            Files.writeString(file, Files.readString(file).replace("pending", "approved"));
            intake.post(own, Map.of());
            assertThat(gather().removed()).isEqualTo(1);
            assertThat(Files.readString(file)).contains("moderation: removed").doesNotContain("Well said", "Noor");
        }
    }

    @Test
    void what_was_taken_back_before_anybody_saw_it_leaves_nothing() throws Exception {
        try (RunningServer intake = RunningServer.start(folder.resolve("store"), Options.USUAL)) {
            intakeAt(intake.address());
            intake.post(intake.answer(COMMENT).headers().firstValue("Location").orElseThrow(), Map.of());
            assertThat(gather().removed()).isZero();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void nothing_is_acknowledged_that_could_not_be_written() throws Exception {
        try (RunningServer intake = RunningServer.start(folder.resolve("store"), Options.USUAL)) {
            intakeAt(intake.address());
            intake.answer(COMMENT);
            site.file("feedback/a/keep.txt", "");
            TestSite.delete(site.folder().resolve("feedback"));
            site.file("feedback", "no folder");
            assertThat(gather().succeeded()).isFalse();
            assertThat(intake.store().waiting()).isEqualTo(1);
            Files.delete(site.folder().resolve("feedback"));
            assertThat(gather().added()).isEqualTo(1);
            assertThat(intake.store().waiting()).isZero();
        }
    }

    @Test
    void more_than_a_page_comes_whole() throws Exception {
        try (RunningServer intake = RunningServer.start(folder.resolve("store"), Options.USUAL)) {
            intakeAt(intake.address());
            for (int i = 0; i < 250; i++) {
                intake.store()
                        .keep(
                                Written.of(COMMENT)
                                        .submission("c" + i, Instant.EPOCH, dev.byline.feedback.Submission.State.KEPT),
                                OptionalLong.empty());
            }
            assertThat(gather().added()).isEqualTo(250);
            assertThat(files()).hasSize(250);
        }
    }

    @Test
    void the_store_itself_gives_the_same_beside_a_server_that_runs() throws Exception {
        try (RunningServer intake = RunningServer.start(folder.resolve("store"), Options.USUAL)) {
            intake.answer(COMMENT);
            Map<String, String> environment =
                    Map.of("BYLINE_INTAKE_STORE", folder.resolve("store").toString());
            assertThat(gather(environment).added()).isEqualTo(1);
            assertThat(gather(environment).unchanged()).isZero();
            assertThat(intake.answer(COMMENT).statusCode()).isEqualTo(303);
            assertThat(gather(environment).added()).isEqualTo(1);
            assertThat(intake.store().waiting()).isZero();
        }
    }

    @Test
    void a_store_that_was_restored_from_an_old_copy_gives_what_is_new() throws Exception {
        RunningServer.Ticking clock = new RunningServer.Ticking();
        Map<String, String> environment =
                Map.of("BYLINE_INTAKE_STORE", folder.resolve("store").toString());
        try (RunningServer intake = RunningServer.start(folder.resolve("store"), Options.USUAL.at(clock))) {
            intake.answer(COMMENT);
            gather(environment);
        }
        TestSite.delete(folder.resolve("store"));
        clock.pass(Duration.ofMinutes(1));
        try (RunningServer intake = RunningServer.start(folder.resolve("store"), Options.USUAL.at(clock))) {
            intake.answer(COMMENT);
            assertThat(gather(environment).added()).isEqualTo(1);
        }
    }

    @Test
    void what_reads_like_what_was_rejected_is_kept_and_set_aside() throws Exception {
        List<Feedback> decided = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            decided.add(item("Cheap watches, real followers, casino bonus " + i, Feedback.Moderation.REJECTED));
            decided.add(item("I roast coffee the same way, and the drum matters " + i, Feedback.Moderation.APPROVED));
        }
        Blog known = RunningServer.blog();
        Blog learned = new Blog(known.url(), known.language(), known.pieces(), new Suspicion(decided));
        try (RunningServer intake = RunningServer.start(folder.resolve("store"), Options.USUAL.of(learned))) {
            intakeAt(intake.address());
            intake.answer(Map.of("article", "a", "name", "Shop", "text", "Casino bonus and cheap followers"));
            intake.answer(Map.of("article", "a", "name", "Noor", "text", "Does the drum matter for the coffee, too?"));
            intake.answer(Map.of("article", "a", "name", "Eve", "text", "Something else entirely."));
            assertThat(gather().added()).isEqualTo(3);
            assertThat(files().stream().map(IntakeGatherTest::text).filter(text -> text.contains("rejected")))
                    .singleElement()
                    .asString()
                    .contains("Casino bonus");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static Feedback item(String text, Feedback.Moderation state) {
        return new Feedback(
                "x",
                Feedback.Kind.COMMENT,
                new Feedback.Origin("intake", "x", Optional.empty()),
                new Feedback.Person("R", "", Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Feedback.Format.PLAIN,
                text,
                Optional.empty(),
                Optional.empty(),
                state);
    }

    @Test
    void a_few_decisions_teach_nothing() {
        assertThat(new Suspicion(List.of(item("Casino bonus", Feedback.Moderation.REJECTED)))
                        .of("Shop", "", "Casino bonus"))
                .isFalse();
    }

    @Test
    void a_wrong_token_and_none_are_told_and_change_nothing() throws Exception {
        try (RunningServer intake = RunningServer.start(folder.resolve("store"), Options.USUAL)) {
            intakeAt(intake.address());
            intake.answer(COMMENT);
            GatherReport wrong = gather(Map.of("BYLINE_INTAKE_TOKEN", "wrong-wrong-wrong"));
            assertThat(wrong.failures()).isEqualTo(1);
            assertThat(wrong.diagnostics().toString())
                    .contains("the intake does not know this token")
                    .doesNotContain("wrong-wrong");
            assertThat(gather(Map.of()).diagnostics().toString()).contains("BYLINE_INTAKE_TOKEN is not set");
            assertThat(files()).isEmpty();
            assertThat(intake.store().waiting()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | <html>                                     | this is no answer of an intake",
                "200 | {\"items\": 7, \"more\": false}            | this is no answer of an intake",
                "200 | [                                          | this is no answer of an intake",
                "404 | {}                                         | there is no intake at this address",
                "503 | {}                                         | the intake answers 503",
                "200 | {\"items\":[{\"id\":\"../x\"},7,{\"number\":1,\"id\":\"x\",\"article\":\"a\",\"name\":3}],\"more\":false} | 3 items that cannot be understood",
                "200 | {\"items\":[{\"number\":1,\"id\":\"x\",\"article\":\"../../a\",\"name\":\"\",\"text\":\"x\",\"received\":\"2026-01-01T00:00:00Z\",\"state\":\"kept\"}],\"more\":false} | unknown article",
            })
    void an_answer_that_is_none_is_told_and_writes_nothing(int status, String body, String told) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            intakeAt(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
            assertThat(gather().diagnostics().toString()).contains(told);
            assertThat(files()).isEmpty();
            assertThat(site.folder().resolve("a")).doesNotExist();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_store_that_is_not_there_is_told_and_not_made() {
        Path nowhere = folder.resolve("nowhere");
        GatherReport report = gather(Map.of("BYLINE_INTAKE_STORE", nowhere.toString()));
        assertThat(report.diagnostics().toString()).contains("there is no store at");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void a_damaged_store_is_told_and_nothing_is_made_of_it() throws Exception {
        Path store = Files.createDirectory(folder.resolve("store"));
        Files.writeString(store.resolve(Database.FILE), "no database ".repeat(500));
        GatherReport report = gather(Map.of("BYLINE_INTAKE_STORE", store.toString()));
        assertThat(report.failures()).isEqualTo(1);
        assertThat(report.diagnostics().toString()).contains("it is damaged");
    }

    private static final String SOURCE = "https://other.example/post";

    private static Feedback mention() {
        return new Feedback(
                "any",
                Feedback.Kind.REPLY,
                new Feedback.Origin("webmention", "any", Optional.of(SOURCE)),
                new Feedback.Person("Inês <b>", "", Optional.of("https://other.example/")),
                Optional.of(Instant.parse("2026-05-02T10:00:00Z")),
                Optional.empty(),
                Optional.of(java.util.Locale.forLanguageTag("pt")),
                Feedback.Format.HTML,
                "<p>Well \"said\".</p>",
                Optional.empty(),
                Optional.empty(),
                Feedback.Moderation.PENDING);
    }

    @Test
    void a_verified_mention_becomes_a_file_and_goes_when_its_page_no_longer_mentions_us() throws Exception {
        AtomicReference<MentionVerifier.Verified> looked =
                new AtomicReference<>(new MentionVerifier.Verified.Found(ReceivedMention.write(mention())));
        try (RunningServer intake = RunningServer.start(
                folder.resolve("store"), Options.USUAL.verifiedBy((source, target) -> looked.get()))) {
            intakeAt(intake.address());
            tell(intake, "found");
            Map<String, String> environment = Map.of("BYLINE_INTAKE_TOKEN", RunningServer.TOKEN);
            assertThat(gather(environment, "webmention").added()).isEqualTo(1);
            String file = Files.readString(files().get(0));
            assertThat(file)
                    .contains("kind: reply")
                    .contains("source: webmention")
                    .contains("url: " + SOURCE)
                    .contains("Inês <b>")
                    .contains("language: pt")
                    .contains("moderation: pending");
            assertThat(gather(environment, "webmention").unchanged()).isZero();
            looked.set(new MentionVerifier.Verified.Gone("the link is gone"));
            tell(intake, "gone");
            assertThat(gather(environment, "webmention").removed()).isEqualTo(1);
            assertThat(Files.readString(files().get(0)))
                    .contains("moderation: removed")
                    .doesNotContain("Well");
            assertThat(site.problems()).isEmpty();
        }
    }

    private static void tell(RunningServer intake, String outcome) throws Exception {
        HttpResponse<String> taken = intake.post(
                "webmention", Map.of("source", SOURCE, "target", "https://blog.example.com/articles/a/#part"));
        assertThat(taken.statusCode()).isEqualTo(201);
        String status = taken.headers().firstValue("Location").orElseThrow();
        for (int i = 0; i < 200 && !intake.get(status).body().strip().equals(outcome); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(intake.get(status).body().strip()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not JSON
            []
            {}
            {"kind": "SHOUT", "format": "HTML"}
            {"kind": 7, "format": null}
            """)
    void a_mention_that_cannot_be_understood_is_none(String outcome) {
        Addresses addresses = new Addresses(URI.create("https://blog.example.com/"), Map.of("/articles/a/", "a"));
        String target = "https://blog.example.com/articles/a/";
        assertThat(new ReceivedMention(SOURCE, target, true, outcome).item(addresses))
                .isEmpty();
        assertThat(new ReceivedMention(SOURCE, "https://elsewhere.example/", false, "").item(addresses))
                .isEmpty();
    }
}
