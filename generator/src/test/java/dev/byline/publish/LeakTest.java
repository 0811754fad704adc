package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.PublishRequest;
import dev.byline.Selection;
import dev.byline.rehearsal.Answered;
import dev.byline.rehearsal.Asked;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.Understudy;
import dev.byline.remote.Http;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that say back what they were sent, in whatever form: no line, no ledger and no printed object tells a secret. */
@Execution(ExecutionMode.CONCURRENT)
final class LeakTest {
    /** A server that answers whatever a test wants, and knows the secret. */
    private record Parrot(Function<Asked, Answered> answers) implements Understudy {
        @Override
        public Answered answer(Asked asked) {
            return answers.apply(asked);
        }

        @Override
        public List<Shown> shown() {
            return List.of();
        }
    }

    private static List<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return List.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                secret.chars().mapToObj("\\u%04x"::formatted).reduce("", String::concat));
    }

    private static Answered answered(int status, String body) {
        return new Answered(status, "application/json", Map.of("Retry-After", "1"), body);
    }

    /** Bodies in which each network's words for an error, and its words for success, hold the secret. */
    private static List<String> bodies(String secret) {
        List<String> bodies = new ArrayList<>();
        for (String form : forms(secret)) {
            bodies.add("<html><title>" + form + "</title>");
            bodies.add(form);
            for (int padding : new int[] {130, 146, 150, 154, 158}) {
                String words = "x".repeat(padding) + form;
                bodies.add("""
                        {"error": "%s", "message": "%s", "description": "%s", "ok": false, "error_code": 400}""".formatted(words, words, words));
            }
            bodies.add("""
                    {"ok": true, "id": "%s", "url": "https://here.example/%s", "username": "%s", "did": "%s", "cid": "%s",
                     "uri": "at://did:web:x/app.bsky.feed.post/%s", "accessJwt": "%s", "result": {"message_id": "%s"}}""".formatted(form, form, form, form, form, form, form, form));
            bodies.add("""
                    {"data": {"id": "%s", "username": "%s"}, "detail": "%s", "errors": [{"message": "%s"}], "sub": "%s",
                     "elements": [{"id": "1", "vanityName": "%s"}], "vanityName": "%s"}""".formatted(form, form, form, form, form, form, form));
            bodies.add("""
                    {"error": {"message": "%s"}, "code": "%s"}""".formatted(form, form));
            bodies.add("""
                    {"error": {"message": "%s", "error_user_msg": "%s", "code": 190, "fbtrace_id": "%s"}}""".formatted(form, form, form));
            bodies.add("""
                    {"id": "1", "user_id": "1", "username": "%s", "name": "%s"}""".formatted(form, form));
            bodies.add("""
                    {"id": "1", "user_id": "1", "username": "acme.page", "status": "%s", "permalink": "https://here.example/%s",
                     "data": [{"id": "1", "text": "One", "message": "One", "permalink": "https://here.example/%s"}]}""".formatted(form, form, form));
        }
        return bodies;
    }

    @ParameterizedTest
    @MethodSource("dev.byline.publish.Scene#overHttp")
    void no_answer_of_a_server_brings_a_secret_into_a_line_or_the_ledger(String network) throws IOException {
        String[] body = {""};
        int[] status = {200};
        try (Scene scene = Scene.of(network, new Parrot(asked -> answered(status[0], body[0])))) {
            for (int answer : new int[] {200, 400, 401, 403, 404, 422, 429, 500}) {
                for (String text : bodies(scene.secret())) {
                    status[0] = answer;
                    body[0] = text;
                    scene.kept.clear();
                    List<Line> lines = scene.publish(scene.draft("One"));
                    assertTellsNothing(scene.secret(), lines + LedgerFiles.yaml(scene.ledger()), text);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.byline.publish.Scene#overHttp")
    void an_exception_of_the_connection_tells_no_secret(String network) throws IOException {
        try (Scene scene = Scene.of(network)) {
            for (String form : forms(scene.secret())) {
                for (int padding : new int[] {150, 170, 176, 180, 184}) {
                    String reason = "no connection: " + "x".repeat(padding) + form;
                    scene.kept.clear();
                    List<Line> lines = scene.round(call -> new Http.Answer.Failed(reason), scene.store())
                            .publish(List.of(scene.draft("One")), false);
                    assertTellsNothing(scene.secret(), lines + LedgerFiles.yaml(scene.ledger()), reason);
                }
            }
        }
    }

    @Test
    void no_relay_brings_the_key_into_a_line_or_the_ledger() throws IOException {
        String[] said = {""};
        Understudy relay = new Parrot(asked -> {
            String id = asked.body().replaceFirst("(?s).*\"id\":\"([0-9a-f]{64})\".*", "$1");
            return new Answered(200, "", Map.of(), said[0].replace("ID", id));
        });
        try (Scene scene = Scene.of("nostr", relay)) {
            for (String secret : List.of(Scene.NOSTR_KEY, Scene.HEX_KEY)) {
                for (String form : forms(secret)) {
                    for (int padding : new int[] {0, 120, 140, 146, 150}) {
                        String words = "invalid: " + "x".repeat(padding) + form;
                        said[0] = "[\"NOTICE\", \"" + words + "\"]\n[\"OK\", \"ID\", false, \"" + words + "\"]";
                        scene.kept.clear();
                        List<Line> lines = scene.publish(scene.draft("One"));
                        assertThat(lines).isNotEmpty();
                        assertTellsNothing(secret, lines + LedgerFiles.yaml(scene.ledger()), words);
                    }
                }
            }
        }
    }

    @Test
    void no_mail_server_brings_the_password_into_a_line_or_the_ledger() throws IOException {
        String[] said = {"", ""};
        Understudy server = new Parrot(asked -> {
            boolean now = asked.method().equals(said[0]);
            int usual = Map.of("AUTH", 235, "DATA", 354).getOrDefault(asked.method(), 250);
            String extensions = asked.method().equals("EHLO") ? "x\nAUTH PLAIN" : "x";
            return new Answered(now ? 550 : usual, "", Map.of(), now ? said[1] : extensions);
        });
        try (Scene scene = Scene.of("newsletter", server)) {
            String plain = "\0acme\0" + Scene.TOKEN;
            for (String form : List.of(
                    Scene.TOKEN,
                    "acme:" + Scene.TOKEN,
                    Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)),
                    Base64.getEncoder().encodeToString(Scene.TOKEN.getBytes(StandardCharsets.UTF_8)))) {
                for (String command : List.of("AUTH", "MAIL", "RCPT", "DATA", ".")) {
                    for (int padding : new int[] {0, 120, 140, 146, 150}) {
                        said[0] = command;
                        said[1] = "5.0.0 " + "x".repeat(padding) + form;
                        scene.kept.clear();
                        List<Line> lines = scene.publish(scene.draft("One"));
                        String output = lines + LedgerFiles.yaml(scene.ledger());
                        assertThat(lines).extracting(Line::result).containsExactly(Line.Result.FAILED);
                        assertTellsNothing(Scene.TOKEN, output, command + " " + said[1]);
                        assertThat(output).doesNotContain(form);
                    }
                }
            }
        }
    }

    /** Eight characters in a row of a secret are too many. */
    private static void assertTellsNothing(String secret, String output, String answer) {
        String random = secret.contains("/hooks/") ? secret.substring(secret.lastIndexOf('/') + 1) : secret;
        for (int start = 0; start + 8 <= random.length(); start++) {
            assertThat(output).as(answer).doesNotContain(random.substring(start, start + 8));
        }
        for (String form : forms(secret)) {
            assertThat(output).as(answer).doesNotContain(form);
        }
    }

    @Test
    void nothing_that_holds_a_secret_prints_it() {
        Secret secret = new Secret(Scene.TOKEN);
        PublishRequest request = new PublishRequest(
                Path.of("site"),
                Selection.ALL,
                Instant.EPOCH,
                Clock.systemUTC(),
                Map.of("BYLINE_MASTODON_TOKEN_ACME", Scene.TOKEN),
                Duration.ofSeconds(1),
                Set.of());
        Http.Call call = new Http.Call(
                "POST",
                URI.create("https://api.example/bot" + Scene.BOT_TOKEN + "/sendMessage"),
                Map.of("Authorization", "Bearer " + Scene.TOKEN),
                BodyPublishers.noBody());
        assertThat(List.of(secret, request, call).toString())
                .doesNotContain(Scene.TOKEN)
                .doesNotContain(Scene.BOT_TOKEN);
    }
}
