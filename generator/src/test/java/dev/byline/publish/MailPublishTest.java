package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.publish.Line.Result;
import dev.byline.rehearsal.Answered;
import dev.byline.rehearsal.Asked;
import dev.byline.rehearsal.MailUnderstudy;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.Understudy;
import dev.byline.site.Post;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter, and mail servers that keep the rules or not. */
final class MailPublishTest {
    private static final String TEXT = "Über Namen.\n.\nEin Punkt allein.";

    /** A mail server that answers one command in a way of its own. */
    private record Stubborn(MailUnderstudy server, String command, int code, String says) implements Understudy {
        @Override
        public Answered answer(Asked asked) {
            return asked.method().replace("HELO", "EHLO").equals(command)
                    ? new Answered(code, "text/plain", Map.of(), says)
                    : server.answer(asked);
        }

        @Override
        public List<Shown> shown() {
            return server.shown();
        }
    }

    private static MailUnderstudy server() {
        return new MailUnderstudy(Map.of("acme", Scene.TOKEN), Set.of(Scene.LIST), 100_000);
    }

    private static List<Line> publish(Scene scene, Duration patience) throws IOException {
        return new Round(
                        new Secrets(scene.environment()),
                        scene.wire(),
                        new Ledger(scene.kept, scene.store()),
                        scene.clock,
                        scene.pauses::add,
                        patience)
                .publish(List.of(scene.draft(TEXT)), false);
    }

    @Test
    void a_letter_goes_to_its_list_without_what_only_a_draft_has() throws IOException {
        try (Scene scene = Scene.of("newsletter")) {
            List<Line> lines = scene.publish(scene.draft(TEXT));
            assertThat(lines).extracting(Line::result).containsExactly(Result.POSTED);
            assertThat(scene.texts()).containsExactly(TEXT);
            assertThat(scene.ledger()).singleElement().satisfies(post -> {
                assertThat(post.id()).isEqualTo("<f00d@blog.example.com>");
                assertThat(post.key()).isEqualTo("<f00d@blog.example.com>");
                assertThat(post.url()).isEmpty();
            });
            assertThat(scene.server.shown())
                    .extracting(Shown::by)
                    .containsExactly("news@acme.example to " + Scene.LIST);
            assertThat(((MailUnderstudy) scene.understudy).sources().get(0))
                    .contains("To: readers@lists.example\r\n")
                    .contains("Date: Mon, 1 Jun 2026 12:00:00 +0000\r\n")
                    .contains("Message-ID: <f00d@blog.example.com>\r\n")
                    .doesNotContain("X-Unsent");
            assertThat(scene.publish(scene.draft(TEXT))).isEmpty();
            assertThat(scene.server.requests())
                    .containsExactly(
                            "EHLO acme.example",
                            scene.server.requests().get(1),
                            "MAIL FROM:<news@acme.example>",
                            "RCPT TO:<readers@lists.example>",
                            "DATA ",
                            ". ",
                            "QUIT ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EHLO, 421, 3",
        "AUTH, 535, 1",
        "MAIL, 452, 3",
        "MAIL, 550, 1",
        "RCPT, 450, 3",
        "RCPT, 550, 1",
        "DATA, 452, 3",
        "DATA, 554, 1",
        "., 421, 3",
        "., 452, 3",
        "., 550, 1",
        "., 552, 1"
    })
    void what_a_server_refuses_is_certainly_not_sent_and_what_passes_is_tried_again(
            String command, int code, int attempts) throws IOException {
        try (Scene scene = Scene.of("newsletter", new Stubborn(server(), command, code, "4.2.1 Not now"))) {
            List<Line> lines = scene.publish(scene.draft(TEXT));
            assertThat(lines).extracting(Line::result).containsExactly(Result.FAILED);
            assertThat(lines.get(0).detail()).contains("Not now");
            assertThat(scene.ledger()).extracting(Post::state).containsExactly(Post.State.FAILED);
            assertThat(scene.server.requests().stream().filter(request -> request.startsWith("EHLO")))
                    .hasSizeBetween(attempts, attempts);
            assertThat(scene.texts()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EHLO", "AUTH", "MAIL", "RCPT", "DATA"})
    void a_connection_that_is_cut_before_the_last_dot_has_sent_nothing_and_is_tried_again(String command)
            throws IOException {
        try (Scene scene = Scene.of("newsletter")) {
            boolean[] was = {false};
            scene.server.suffer(asked -> {
                boolean now = asked.method().equals(command) && !was[0];
                was[0] |= now;
                return now ? Mishap.CUT_AFTER : Mishap.NONE;
            });
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUT_BEFORE", "CUT_AFTER", "BROKEN_AFTER", "HTML", "OTHER_CHARSET", "HUGE", "SLOW"})
    void an_answer_that_is_lost_behind_the_last_dot_is_for_a_person_to_settle(Mishap mishap) throws IOException {
        try (Scene scene = Scene.of("newsletter")) {
            scene.server.suffer(asked -> asked.method().equals(".") ? mishap : Mishap.NONE);
            assertThat(publish(scene, Duration.ofSeconds(2)))
                    .extracting(Line::result)
                    .containsExactly(Result.UNCLEAR);
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.TO_SETTLE);
            assertThat(scene.texts().size()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void an_answer_that_is_lost_behind_the_goodbye_is_no_loss() throws IOException {
        try (Scene scene = Scene.of("newsletter")) {
            scene.server.suffer(asked -> asked.method().equals("QUIT") ? Mishap.CUT_BEFORE : Mishap.NONE);
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
        }
    }

    @Test
    void a_letter_that_is_too_large_is_not_begun() throws IOException {
        try (Scene scene = Scene.of("newsletter")) {
            List<Line> lines = scene.publish(scene.draft("x".repeat(100_001)));
            assertThat(lines.get(0).detail()).matches("the letter has 100\\d{3} bytes, the server takes 100000");
            assertThat(scene.server.requests()).noneMatch(request -> request.startsWith("MAIL"));
        }
    }

    @Test
    void a_wrong_password_stops_the_account() throws IOException {
        try (Scene scene = Scene.of("newsletter")) {
            Map<String, String> wrong = new HashMap<>(scene.environment());
            wrong.put(Secrets.tokenVariable("newsletter", "acme"), "acme:another-password");
            List<Line> lines =
                    scene.round(wrong, scene.wire(), scene.store()).publish(List.of(scene.draft(TEXT)), false);
            assertThat(lines).extracting(Line::result).containsExactly(Result.FAILED);
            assertThat(lines.get(0).detail()).startsWith("535");
        }
    }

    @ParameterizedTest
    @CsvSource({"token-without-user, smtp://127.0.0.1:25", "user:password, http://127.0.0.1:25", "user:password, ''"})
    void what_is_no_login_or_no_mail_server_is_told_by_the_names_of_the_variables(String token, String server)
            throws IOException {
        try (Scene scene = Scene.of("newsletter")) {
            Map<String, String> wrong = new HashMap<>();
            wrong.put(Secrets.tokenVariable("newsletter", "acme"), token);
            wrong.put(Secrets.serverVariable("newsletter", "acme"), server);
            assertThat(scene.round(wrong, scene.wire(), scene.store()).publish(List.of(scene.draft(TEXT)), false))
                    .extracting(Line::detail)
                    .containsExactly("no address or no key: look at BYLINE_NEWSLETTER_TOKEN_ACME and"
                            + " BYLINE_NEWSLETTER_SERVER_ACME");
        }
    }

    private static Outgoing letter(Scene scene, String source) {
        Outgoing any = scene.draft("x");
        return new Outgoing(
                any.article(),
                any.account(),
                any.network(),
                any.handle(),
                any.language(),
                any.visibility(),
                any.warning(),
                List.of(),
                any.link(),
                List.of(new Outgoing.Text(source, source.length(), List.of())),
                any.planned(),
                any.place());
    }

    @Test
    void a_letter_from_nobody_or_with_a_mark_that_nobody_fills_in_is_not_sent() throws IOException {
        try (Scene scene = Scene.of("newsletter")) {
            assertThat(scene.publish(letter(scene, "Subject: A\r\n\r\nx")))
                    .extracting(Line::detail)
                    .containsExactly(
                            "the letter does not say whom it is from: set newsletter: {from: ...} in site.yml");
            assertThat(scene.publish(letter(
                            scene,
                            "From: a@b.example\r\nList-Unsubscribe: <https://b.example/{{unsubscribe}}>\r\n\r\nx")))
                    .extracting(Line::detail)
                    .containsExactly("nobody fills in {{unsubscribe}}: set newsletter: {unsubscribe: ...} in site.yml");
            assertThat(scene.publish(scene.draft(TEXT).as("readers@lists.example\r\nRCPT TO:<x@y.example>")))
                    .extracting(Line::detail)
                    .containsExactly("no address to send it to: set newsletter: {to: ...} in site.yml, in ASCII");
            assertThat(scene.server.requests()).isEmpty();
        }
    }

    @Test
    void a_letter_without_a_name_gets_one_and_nobody_but_the_list_gets_the_letter() throws IOException {
        try (Scene scene = Scene.of("newsletter")) {
            scene.publish(letter(
                    scene,
                    "From: a@b.example\r\nTo: x@y.example\r\nCc: x@y.example\r\nBcc: x@y.example\r\n"
                            + "X-Byline-Status: approved\r\nSubject: A\r\n\r\nx"));
            assertThat(((MailUnderstudy) scene.understudy).sources())
                    .singleElement()
                    .satisfies(source -> {
                        assertThat(source).containsPattern("Message-ID: <[0-9a-f]{32}@blog\\.example\\.com>");
                        assertThat(source).doesNotContain("x@y.example").doesNotContain("X-Byline");
                    });
        }
    }

    @Test
    void a_letter_is_neither_changed_nor_taken_back() throws IOException {
        try (Scene scene = Scene.of("newsletter")) {
            scene.publish(scene.draft(TEXT));
            assertThat(scene.round().publish(List.of(scene.draft("Other")), true))
                    .extracting(Line::detail)
                    .containsExactly("a letter cannot be changed once it is sent");
            assertThat(scene.round().withdraw("a", "", scene.ledger()))
                    .extracting(Line::detail)
                    .containsExactly("a letter cannot be taken back once it is sent");
            assertThat(scene.ledger()).extracting(Post::state).containsExactly(Post.State.PUBLISHED);
        }
    }

    @Test
    void no_password_is_told_to_a_server_elsewhere_without_encryption() throws Exception {
        // An address of this machine that counts as elsewhere, since it is none of its usual names.
        StringBuilder heard = new StringBuilder();
        ServerSocket plain = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.2"));
        try (Scene scene = Scene.of("newsletter")) {
            Thread server = new Thread(() -> listen(plain, heard));
            server.start();
            Map<String, String> elsewhere = new HashMap<>(scene.environment());
            elsewhere.put(Secrets.serverVariable("newsletter", "acme"), "smtp://127.0.0.2:" + plain.getLocalPort());
            List<Line> lines =
                    scene.round(elsewhere, scene.wire(), scene.store()).publish(List.of(scene.draft(TEXT)), false);
            assertThat(lines).extracting(Line::result).containsExactly(Result.FAILED);
            assertThat(lines.get(0).detail()).contains("STARTTLS");
            plain.close();
            server.join();
        }
        assertThat(heard.toString()).contains("EHLO").doesNotContain("AUTH");
    }

    private static void listen(ServerSocket server, StringBuilder heard) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write("220 plain\r\n".getBytes(StandardCharsets.US_ASCII));
                java.io.BufferedReader in = new java.io.BufferedReader(
                        new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    heard.append(line).append('\n');
                    String reply = line.startsWith("EHLO") ? "250-plain\r\n250 AUTH PLAIN\r\n" : "221 Bye\r\n";
                    socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException gone) {
                // The test is over, or the other side has gone.
            }
        }
    }
}
