package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.publish.Line.Result;
import dev.byline.rehearsal.MastodonUnderstudy;
import dev.byline.remote.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account's requests stay within what its server says is left. */
final class AllowanceTest {
    private static final String DATE = "Mon, 01 Jun 2026 12:00:00 GMT";

    private final List<Duration> pauses = new ArrayList<>();
    private final Map<String, List<String>> headers = new HashMap<>(Map.of("Date", List.of(DATE)));
    private int status = 200;
    private final Allowance allowance = new Allowance(
            call -> new Http.Answer.Got(status, call.uri(), HttpHeaders.of(headers, (name, value) -> true), "{}"),
            pauses::add,
            Duration.ofSeconds(20));

    private static Http.Call call(String path) {
        return new Http.Call("GET", URI.create("https://here.example/" + path), Map.of(), BodyPublishers.noBody());
    }

    private void says(String remaining, String left, String reset, String moment) {
        headers.put(remaining, List.of(left));
        headers.put(reset, List.of(moment));
    }

    @ParameterizedTest
    @CsvSource({
        "X-RateLimit-Remaining, 0, X-RateLimit-Reset, 2026-06-01T12:00:07.500Z, 7.5",
        "x-ratelimit-remaining, 0, x-ratelimit-reset, 1780315207, 7",
        "X-Ratelimit-Remaining, 0.0, X-Ratelimit-Reset, 7, 7",
        "ratelimit-remaining, 0, ratelimit-reset, 1780315207, 7",
        "x-rate-limit-remaining, 0, x-rate-limit-reset, 1780315207, 7",
    })
    void after_the_last_request_the_next_waits_once_until_the_limit_ends(
            String remaining, String left, String reset, String moment, double seconds) {
        says(remaining, left, reset, moment);
        allowance.send(call("a"));
        assertThat(pauses).isEmpty();
        headers.remove(remaining);
        allowance.send(call("a"));
        allowance.send(call("a"));
        assertThat(pauses).containsExactly(Duration.ofMillis((long) (seconds * 1_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "X-RateLimit-Remaining, 1, X-RateLimit-Reset, 7",
        "X-RateLimit-Remaining, 0, X-RateLimit-Reset, soon",
        "X-RateLimit-Remaining, none, X-RateLimit-Reset, 7",
        "X-RateLimit-Remaining, 0, X-Other, 7",
        "X-RateLimit-Remaining, 0, X-RateLimit-Reset, 2026-06-01T11:59:00Z",
        "X-RateLimit-Remaining, -0, X-RateLimit-Reset, -7",
    })
    void what_is_left_or_cannot_be_read_or_is_over_keeps_nothing_waiting(
            String remaining, String left, String reset, String moment) {
        says(remaining, left, reset, moment);
        allowance.send(call("a"));
        allowance.send(call("a"));
        assertThat(pauses).isEmpty();
        assertThat(allowance.closedFor(call("a"))).isEmpty();
    }

    @Test
    void a_wait_that_is_longer_than_patience_closes_the_account() {
        says("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "300");
        assertThat(allowance.closedFor(call("a"))).isEmpty();
        allowance.send(call("a"));
        assertThat(allowance.closedFor(call("b"))).contains(Duration.ofMinutes(5));
    }

    @Test
    void a_limit_of_an_endpoint_keeps_no_other_waiting() {
        says("x-rate-limit-remaining", "0", "x-rate-limit-reset", "300");
        allowance.send(call("2/users/me?a=b"));
        assertThat(allowance.closedFor(call("2/users/me"))).contains(Duration.ofMinutes(5));
        assertThat(allowance.closedFor(call("2/tweets"))).isEmpty();
    }

    @Test
    void too_many_requests_are_waited_for_elsewhere_unless_that_takes_too_long() {
        status = 429;
        says("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "7");
        allowance.send(call("a"));
        allowance.send(call("a"));
        assertThat(pauses).isEmpty();
        says("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "700");
        allowance.send(call("a"));
        assertThat(allowance.closedFor(call("a"))).contains(Duration.ofSeconds(700));
    }

    @Test
    void when_a_limit_is_used_up_the_accounts_other_drafts_are_left_to_the_next_run_without_a_request()
            throws IOException {
        try (Scene scene =
                Scene.of("mastodon", new MastodonUnderstudy(Map.of(Scene.TOKEN, "acme"), 500, Clock.systemUTC()))) {
            List<Outgoing> drafts = new ArrayList<>();
            for (int i = 0; i < 154; i++) {
                Outgoing draft = scene.draft("Post " + i);
                drafts.add(new Outgoing(
                        "article-" + i,
                        draft.account(),
                        draft.network(),
                        draft.handle(),
                        draft.language(),
                        draft.visibility(),
                        draft.warning(),
                        draft.media(),
                        draft.link(),
                        draft.parts(),
                        draft.planned(),
                        draft.place()));
            }
            List<Line> lines = scene.round().publish(drafts, false);
            // Each asks who it is and what is allowed, which is not counted, and posts.
            assertThat(scene.texts()).hasSize(150);
            assertThat(scene.server.requests()).hasSize(450);
            assertThat(lines.subList(150, 154))
                    .allMatch(line -> line.result() == Result.FAILED
                            && line.detail().startsWith("the server's limit of requests is used up; it wants to be"));
            assertThat(scene.kept).hasSize(150);
        }
    }
}
