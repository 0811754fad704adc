package dev.byline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.feedback.Submission;
import dev.byline.intake.RunningServer.Options;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The intake as browsers, programs and worse see it. */
final class IntakeServerTest {
    private static final Map<String, String> COMMENT = Map.of(
            "article", "a", "name", "Noor", "website", "https://noor.example/", "text", "Well said.", "rating", "");

    private static final Map<String, String> ARABIC = Map.of("article", "ar", "name", "Noor", "text", "Well said.");

    @TempDir
    private Path folder;

    private static List<Submission> kept(RunningServer intake) throws StoreFailure {
        return intake.store().after(0, 1_000);
    }

    private static String heading(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("h1").text();
    }

    @Test
    void a_form_of_the_blog_is_shown_once_more_then_kept_and_its_reader_thanked() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            HttpResponse<String> preview = intake.post("answers", COMMENT, "Origin", RunningServer.SITE);
            assertThat(preview.statusCode()).isEqualTo(200);
            assertThat(Jsoup.parse(preview.body()).select(".answer-preview").text())
                    .isEqualTo("Noor Well said.");
            assertThat(kept(intake)).isEmpty();
            HttpResponse<String> sent = intake.post("answers", RunningServer.form(preview, Map.of()));
            assertThat(sent.statusCode()).isEqualTo(303);
            HttpResponse<String> thanks =
                    intake.get(sent.headers().firstValue("Location").orElseThrow());
            assertThat(heading(thanks)).isEqualTo("Thank you");
            assertThat(Jsoup.parse(thanks.body()).select("a.button").attr("href"))
                    .isEqualTo("https://blog.example.com/articles/a/#answers");
            assertThat(kept(intake)).singleElement().satisfies(answer -> {
                assertThat(answer.article()).isEqualTo("a");
                assertThat(answer.name()).isEqualTo("Noor");
                assertThat(answer.website()).contains("https://noor.example/");
                assertThat(answer.text()).isEqualTo("Well said.");
            });
        }
    }

    @Test
    void no_page_loads_or_sends_anything_elsewhere_and_no_cookie_is_set() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            for (HttpResponse<String> page :
                    List.of(intake.post("answers", COMMENT), intake.get("answers?article=a"), intake.get("nothing"))) {
                assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                        .contains("default-src 'none'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe");
                assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
                assertThat(page.headers().firstValue("Server")).isEmpty();
                assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            }
            Document form = Jsoup.parse(intake.get("answers?article=a").body());
            assertThat(form.select("[style], style, script")).isEmpty();
            assertThat(form.select("label[for]").eachAttr("for")).allMatch(id -> form.getElementById(id) != null);
            assertThat(intake.get("style.css").body()).contains("--accent");
        }
    }

    @Test
    void an_arabic_piece_has_a_form_in_arabic_from_right_to_left() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            Document form = Jsoup.parse(intake.get("answers?article=ar").body());
            assertThat(form.select("html").attr("dir")).isEqualTo("rtl");
            assertThat(form.select("h1").text()).isEqualTo("ردك");
        }
    }

    @Test
    void the_address_that_only_its_reader_knows_takes_back_what_was_sent() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            String own = intake.answer(COMMENT).headers().firstValue("Location").orElseThrow();
            String forged = own.substring(0, own.length() - 1) + (own.endsWith("0") ? "1" : "0");
            assertThat(intake.post(forged, Map.of()).statusCode()).isEqualTo(404);
            assertThat(kept(intake).get(0).state()).isEqualTo(Submission.State.KEPT);
            assertThat(heading(intake.post(own, Map.of()))).isEqualTo("It is taken back");
            assertThat(heading(intake.get(own))).isEqualTo("It is taken back");
            assertThat(kept(intake)).extracting(Submission::state).containsExactly(Submission.State.REMOVED);
        }
    }

    @Test
    void one_reader_has_one_vote_a_piece_and_another_reader_has_one_too() throws Exception {
        Map<String, String> stars = Map.of("article", "a", "rating", "5");
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            assertThat(intake.answer(stars).statusCode()).isEqualTo(303);
            assertThat(intake.answer(stars).body()).contains("You have rated this piece before");
            assertThat(intake.answer(stars, "X-Forwarded-For", "203.0.113.9").statusCode())
                    .isEqualTo(303);
            assertThat(intake.answer(stars, "User-Agent", "Another").statusCode())
                    .isEqualTo(303);
            assertThat(kept(intake))
                    .extracting(Submission::rating)
                    .containsOnly(Optional.of(5))
                    .hasSize(3);
        }
    }

    @Test
    void a_form_that_is_sent_twice_is_kept_once() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            Map<String, String> form = RunningServer.form(intake.post("answers", COMMENT), Map.of());
            HttpResponse<String> first = intake.post("answers", form);
            HttpResponse<String> second = intake.post("answers", form);
            assertThat(second.statusCode()).isEqualTo(303);
            assertThat(second.headers().firstValue("Location"))
                    .isEqualTo(first.headers().firstValue("Location"));
            assertThat(kept(intake)).hasSize(1);
        }
    }

    @Test
    void what_is_wrong_is_said_above_the_form_and_nothing_that_was_written_is_lost() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            HttpResponse<String> page = intake.post(
                    "answers",
                    Map.of("article", "a", "text", "Words < & \"quoted\"", "website", "javascript:alert(1)"));
            assertThat(page.statusCode()).isEqualTo(422);
            Document document = Jsoup.parse(page.body());
            assertThat(document.select("[role=alert] li").eachText())
                    .containsExactly(
                            "Say who you are: a name, or what you go by.",
                            "This is no web address. It begins with https://");
            assertThat(document.select("textarea").val()).isEqualTo("Words < & \"quoted\"");
            assertThat(intake.post("answers", Map.of("article", "a")).statusCode())
                    .isEqualTo(422);
            assertThat(intake.post("answers", Map.of("article", "a", "rating", "6"))
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void what_is_missing_closed_or_elsewhere_is_refused() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            assertThat(intake.post("answers", Map.of()).statusCode()).isEqualTo(404);
            assertThat(intake.post("answers", Map.of("article", "../a", "rating", "5"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(intake.post("answers", Map.of("article", "unknown", "rating", "5"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(intake.post("answers", Map.of("article", "closed", "rating", "5"))
                            .statusCode())
                    .isEqualTo(403);
            for (String elsewhere : List.of(
                    "https://evil.example", "http://blog.example.com", "https://blog.example.com.evil.example", "%")) {
                assertThat(intake.post("answers", COMMENT, "Origin", elsewhere).statusCode())
                        .as(elsewhere)
                        .isEqualTo(403);
                assertThat(intake.post("answers", COMMENT, "Referer", elsewhere + "/x")
                                .statusCode())
                        .as(elsewhere)
                        .isEqualTo(403);
            }
            assertThat(kept(intake)).isEmpty();
        }
    }

    @Test
    void a_form_of_nobody_knows_where_is_shown_to_a_person_even_with_a_good_token() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            Map<String, String> form = RunningServer.form(intake.post("answers", COMMENT), Map.of());
            assertThat(intake.post("answers", form, "Origin", "null").statusCode())
                    .isEqualTo(200);
            assertThat(kept(intake)).isEmpty();
        }
    }

    @Test
    void a_token_of_another_piece_of_another_store_or_of_nobody_is_worth_nothing() throws Exception {
        try (RunningServer intake = RunningServer.start(folder.resolve("one"), Options.USUAL);
                RunningServer other = RunningServer.start(folder.resolve("other"), Options.USUAL)) {
            Map<String, String> good = RunningServer.form(intake.post("answers", COMMENT), Map.of());
            Map<String, String> others = RunningServer.form(other.post("answers", COMMENT), Map.of());
            for (Map<String, String> form : List.of(
                    RunningServer.form(intake.post("answers", ARABIC), Map.of("article", "a")),
                    others,
                    RunningServer.form(intake.post("answers", COMMENT), Map.of("token", "0.0.0")),
                    RunningServer.form(intake.post("answers", COMMENT), Map.of("token", "1" + good.get("token"))))) {
                HttpResponse<String> page = intake.post("answers", form);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("lay open for very long");
            }
            assertThat(kept(intake)).isEmpty();
        }
    }

    @Test
    void who_fills_in_what_people_do_not_see_is_never_kept() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            Map<String, String> form =
                    RunningServer.form(intake.post("answers", COMMENT), Map.of("homepage", "https://spam.example/"));
            HttpResponse<String> again = intake.post("answers", form);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(Jsoup.parse(again.body()).select("[name=homepage]").val())
                    .isEmpty();
            assertThat(kept(intake)).isEmpty();
            // A person whose browser filled it in sends the page that came back.
            assertThat(intake.post("answers", RunningServer.form(again, Map.of()))
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void who_is_too_fast_has_the_same_form_once_more() throws Exception {
        RunningServer.Ticking clock = new RunningServer.Ticking();
        Options options = Options.USUAL.after(Duration.ofSeconds(3)).at(clock);
        try (RunningServer intake = RunningServer.start(folder, options)) {
            HttpResponse<String> preview = intake.post("answers", COMMENT);
            HttpResponse<String> again = intake.post("answers", RunningServer.form(preview, Map.of()));
            assertThat(again.body()).contains("That was quick.");
            assertThat(kept(intake)).isEmpty();
            clock.pass(Duration.ofSeconds(3));
            assertThat(intake.post("answers", RunningServer.form(again, Map.of()))
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void who_shows_no_proof_of_work_waits_longer_than_who_does() throws Exception {
        RunningServer.Ticking clock = new RunningServer.Ticking();
        Options options = Options.USUAL.working(8).after(Duration.ofSeconds(3)).at(clock);
        try (RunningServer intake = RunningServer.start(folder, options)) {
            HttpResponse<String> preview = intake.post("answers", COMMENT);
            assertThat(Jsoup.parse(preview.body()).select("form").attr("data-work"))
                    .isEqualTo("8");
            Map<String, String> form = RunningServer.form(preview, Map.of());
            int word = 0;
            while (!ProofOfWork.isDone(form.get("token"), String.valueOf(word), 8)) {
                word++;
            }
            Map<String, String> worked = RunningServer.form(preview, Map.of("work", String.valueOf(word)));
            clock.pass(Duration.ofSeconds(4));
            assertThat(intake.post("answers", form).body()).contains("That was quick.");
            assertThat(intake.post("answers", worked).statusCode()).isEqualTo(303);
            assertThat(intake.get("work.js").body()).contains("SHA-256");
        }
    }

    @Test
    void a_form_that_lay_open_for_a_day_comes_back_with_what_was_written() throws Exception {
        RunningServer.Ticking clock = new RunningServer.Ticking();
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL.at(clock))) {
            Map<String, String> form = RunningServer.form(intake.post("answers", COMMENT), Map.of());
            clock.pass(Duration.ofDays(1));
            HttpResponse<String> again = intake.post("answers", form);
            assertThat(again.body()).contains("lay open for very long");
            assertThat(intake.post("answers", RunningServer.form(again, Map.of()))
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void who_sends_too_much_waits_and_others_do_not() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL.limitedTo(2))) {
            assertThat(intake.answer(COMMENT).statusCode()).isEqualTo(303);
            assertThat(intake.answer(COMMENT).statusCode()).isEqualTo(303);
            HttpResponse<String> third = intake.answer(COMMENT);
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).contains("1800");
            assertThat(Jsoup.parse(third.body()).select("textarea").val()).isEqualTo("Well said.");
            assertThat(intake.answer(COMMENT, "X-Forwarded-For", "203.0.113.7").statusCode())
                    .isEqualTo(303);
            // What a reader claims in front of the proxy's word is not believed.
            assertThat(intake.answer(COMMENT, "X-Forwarded-For", "198.51.100.1, 203.0.113.7")
                            .statusCode())
                    .isEqualTo(303);
            assertThat(intake.answer(COMMENT, "X-Forwarded-For", "198.51.100.2, 203.0.113.7")
                            .statusCode())
                    .isEqualTo(429);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "</textarea><script>alert(1)</script>",
                "\"><svg/onload=alert(1)>",
                "javascript:alert(1)",
                "${7*7} <#assign x=1>"
            })
    void hostile_words_run_nowhere(String words) throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            Map<String, String> hostile = Map.of("article", "a", "name", words, "text", words);
            HttpResponse<String> preview = intake.post("answers", hostile);
            Document page = Jsoup.parse(preview.body());
            assertThat(page.select("script, svg, img, [onerror], [onload]")).isEmpty();
            assertThat(page.select("a[href^=javascript]")).isEmpty();
            assertThat(page.select("textarea").val()).isEqualTo(words);
            HttpResponse<String> own = intake.get(intake.post("answers", RunningServer.form(preview, Map.of()))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
            assertThat(Jsoup.parse(own.body()).select("script, svg, img, [onerror], [onload]"))
                    .isEmpty();
            assertThat(kept(intake).get(0).text()).isEqualTo(words);
        }
    }

    @Test
    void what_is_too_large_too_long_or_of_another_kind_is_told() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            String million = "x".repeat(1_000_000);
            assertThat(intake.post("answers", Map.of("article", "a", "name", million, "text", "x"))
                            .statusCode())
                    .isEqualTo(413);
            assertThat(intake.post("answers", Map.of("article", "a", "name", "x".repeat(101), "text", "x"))
                            .body())
                    .contains("Your name: at most 100 characters, please.");
            assertThat(intake.post("answers", Map.of("article", "a", "name", "x", "text", "東".repeat(10_000)))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(intake.post("answers", "multipart/form-data; boundary=x", "--x".getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(415);
            assertThat(intake.post("answers", "application/json", "[1".getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(intake.post("answers", "application/json", "[]".getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(intake.get("answers?article=%ff").statusCode()).isEqualTo(400);
            assertThat(intake.get("answers/x/../../etc").statusCode()).isIn(400, 404);
            assertThat(intake.trouble()).isEmpty();
        }
    }

    @Test
    void words_in_another_charset_are_read_as_they_say_and_broken_ones_refused() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            String form = "article=a&name=Zo%EB&text=Caf%E9";
            byte[] bytes = form.getBytes(StandardCharsets.US_ASCII);
            HttpResponse<String> latin =
                    intake.post("answers", "application/x-www-form-urlencoded; charset=windows-1252", bytes);
            assertThat(Jsoup.parse(latin.body()).select("textarea").val()).isEqualTo("Café");
            assertThat(intake.post("answers", "application/x-www-form-urlencoded", bytes)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(intake.post("answers", "application/x-www-form-urlencoded; charset=klingon", bytes)
                            .statusCode())
                    .isEqualTo(415);
            byte[] raw = "article=a&name=Zoë&text=Café".getBytes(Charset.forName("UTF-8"));
            assertThat(Jsoup.parse(intake.post("answers", "application/x-www-form-urlencoded", raw)
                                    .body())
                            .select("textarea")
                            .val())
                    .isEqualTo("Café");
        }
    }

    @Test
    void halves_of_characters_and_zeros_do_not_reach_the_store() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            String token = intake.get("token?article=a").body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
            String json = "{\"article\":\"a\",\"name\":\"N\\u0000\",\"text\":\"\\ud83d! \\u0000\",\"token\":\"" + token
                    + "\"}";
            HttpResponse<String> sent =
                    intake.post("answers", "application/json", json.getBytes(StandardCharsets.UTF_8));
            assertThat(sent.statusCode()).isEqualTo(201);
            assertThat(kept(intake).get(0).text()).isEqualTo("\uFFFD!");
            assertThat(kept(intake).get(0).name()).isEqualTo("N");
        }
    }

    @Test
    void programs_send_json_and_are_told_what_is_wrong() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            byte[] without = "{\"article\":\"a\",\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8);
            HttpResponse<String> refused = intake.post("answers", "application/json", without);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("no token");
            assertThat(intake.get("token?article=a").headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(RunningServer.SITE);
        }
    }

    @Test
    void who_is_slow_keeps_nobody_else_waiting() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            List<Socket> slow = new java.util.ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), intake.address().getPort());
                OutputStream out = socket.getOutputStream();
                out.write(("POST /answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                + "Content-Length: 5000\r\n\r\narticle=a")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                slow.add(socket);
            }
            CompletableFuture<HttpResponse<String>> quick = CompletableFuture.supplyAsync(() -> {
                try {
                    return intake.answer(COMMENT);
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            assertThat(quick.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(303);
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void a_clock_in_2106_changes_nothing() throws Exception {
        Clock far = Clock.fixed(Instant.parse("2106-02-07T06:28:17Z"), ZoneOffset.UTC);
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL.at(far))) {
            assertThat(intake.answer(COMMENT).statusCode()).isEqualTo(303);
            assertThat(kept(intake).get(0).received()).isEqualTo(far.instant());
        }
    }

    @Test
    void a_store_that_is_full_loses_nothing_and_the_form_says_so() throws Exception {
        Database small = Database.open(folder.toString(), Optional.empty(), "&max_page_count=32");
        try (RunningServer intake = RunningServer.start(Store.open(small, Clock.systemUTC()), Options.USUAL)) {
            Map<String, String> long_ = Map.of("article", "a", "name", "N", "text", "Words. ".repeat(1_000));
            HttpResponse<String> last = intake.answer(long_);
            int acknowledged = 0;
            while (last.statusCode() == 303) {
                acknowledged++;
                last = intake.answer(long_);
            }
            assertThat(last.statusCode()).isEqualTo(503);
            assertThat(last.body()).contains("Nothing is lost");
            assertThat(Jsoup.parse(last.body()).select("textarea").val())
                    .isEqualTo("Words. ".repeat(1_000).strip());
            assertThat(kept(intake)).hasSize(acknowledged);
            assertThat(acknowledged).isPositive();
            assertThat(intake.trouble()).anyMatch(line -> line.contains("its disk is full"));
            assertThat(intake.get("metrics").body()).contains("byline_intake_submissions_total{outcome=\"failed\"} 1");
        }
    }

    @Test
    void health_and_metrics_tell_how_it_is_and_of_nobody() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            intake.answer(COMMENT);
            assertThat(intake.get("health").statusCode()).isEqualTo(200);
            String metrics = intake.get("metrics").body();
            assertThat(metrics)
                    .contains("byline_intake_submissions_total{outcome=\"kept\"} 1\n")
                    .contains("byline_intake_requests_total{status=\"303\"} 1\n")
                    .contains("byline_intake_waiting 1\n")
                    .doesNotContain("Noor")
                    .doesNotContain("127.0.0.1");
            assertThat(metrics.lines())
                    .allMatch(line -> line.startsWith("#") || line.matches("[a-z_]+(\\{[a-z]+=\"\\w+\"})? \\d+"));
            intake.store().close();
            assertThat(intake.get("health").statusCode()).isEqualTo(503);
            assertThat(intake.get("metrics").body()).contains("byline_intake_store_up 0\n");
        }
    }

    @Test
    void only_who_has_the_token_reads_what_was_sent() throws Exception {
        try (RunningServer intake = RunningServer.start(folder, Options.USUAL)) {
            intake.answer(COMMENT);
            assertThat(intake.get("items").statusCode()).isEqualTo(401);
            assertThat(intake.get("items", "Authorization", "Bearer wrong").statusCode())
                    .isEqualTo(401);
            assertThat(intake.get("mentions").statusCode()).isEqualTo(401);
            assertThat(intake.post("items/gathered?number=1", Map.of()).statusCode())
                    .isEqualTo(401);
            assertThat(intake.get("items", "Authorization", "Bearer " + RunningServer.TOKEN)
                            .body())
                    .contains("Well said.");
        }
    }

    @Test
    void a_request_that_is_being_answered_when_the_server_stops_is_answered() throws Exception {
        RunningServer intake = RunningServer.start(folder, Options.USUAL);
        Map<String, String> form = RunningServer.form(intake.post("answers", COMMENT), Map.of());
        byte[] body = RunningServer.encoded(form).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), intake.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            TimeUnit.MILLISECONDS.sleep(300);
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(intake::close);
            TimeUnit.MILLISECONDS.sleep(300);
            out.write(body);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 303");
            stopping.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_mention_is_verified_later_and_without_a_verifier_none_is_taken() throws Exception {
        Map<String, String> mention =
                Map.of("source", "https://other.example/post", "target", "https://blog.example.com/articles/a/");
        try (RunningServer intake = RunningServer.start(folder.resolve("without"), Options.USUAL)) {
            assertThat(intake.post("webmention", mention).statusCode()).isEqualTo(404);
        }
        MentionVerifier verifier = (source, target) -> new MentionVerifier.Verified.Found("{\"kind\":\"reply\"}");
        try (RunningServer intake = RunningServer.start(folder.resolve("with"), Options.USUAL.verifiedBy(verifier))) {
            HttpResponse<String> taken = intake.post("webmention", mention);
            assertThat(taken.statusCode()).isEqualTo(201);
            String status = taken.headers().firstValue("Location").orElseThrow();
            for (int i = 0; i < 100 && !intake.get(status).body().strip().equals("found"); i++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(intake.get(status).body()).isEqualTo("found\n");
            assertThat(intake.get("mentions", "Authorization", "Bearer " + RunningServer.TOKEN)
                            .body())
                    .contains("\"outcome\":\"{\\\"kind\\\":\\\"reply\\\"}\"");
            for (Map<String, String> wrong : List.of(
                    Map.<String, String>of(),
                    Map.of("source", "https://other.example/post", "target", "https://elsewhere.example/"),
                    Map.of("source", "file:///etc/passwd", "target", "https://blog.example.com/"),
                    Map.of("source", "https://blog.example.com/", "target", "https://blog.example.com/"))) {
                assertThat(intake.post("webmention", wrong).statusCode())
                        .as("%s", wrong)
                        .isEqualTo(400);
            }
        }
    }
}
