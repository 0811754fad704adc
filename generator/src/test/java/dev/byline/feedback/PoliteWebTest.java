package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.remote.Http;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How servers' limits are kept to. */
final class PoliteWebTest {
    private static final String ADDRESS = "https://a.example/x";
    private static final String DATE = "Sat, 02 May 2026 10:00:00 GMT";

    private final FakeWeb web = new FakeWeb();
    private final List<Duration> pauses = new ArrayList<>();
    private final PoliteWeb polite = new PoliteWeb(web, Duration.ofSeconds(20), this::pause);

    private void pause(Duration length) {
        pauses.add(length);
        web.page(ADDRESS, "[]");
    }

    private Http.Answer ask(String address) {
        return polite.ask(Web.Question.of(URI.create(address)));
    }

    @ParameterizedTest
    @CsvSource({
        "429, Retry-After, 3, 3",
        "429, Retry-After, 'Sat, 02 May 2026 10:00:07 GMT', 7",
        "429, X-RateLimit-Reset, 2026-05-02T10:00:09Z, 9",
        "429, ratelimit-reset, 1777716011, 11",
        "429, X-Nothing, x, 5",
        "429, Retry-After, soon, 5",
        "503, Retry-After, 4, 4",
        "403, Retry-After, 2, 2",
    })
    void a_short_wait_is_waited_and_then_asked_again(int status, String header, String value, int seconds) {
        web.page(ADDRESS, status, "", Map.of("Date", DATE, header, value));
        assertThat(ask(ADDRESS))
                .isInstanceOfSatisfying(
                        Http.Answer.Got.class, got -> assertThat(got.status()).isEqualTo(200));
        assertThat(pauses).containsExactly(Duration.ofSeconds(seconds));
    }

    @Test
    void a_long_wait_ends_it_for_that_server_and_this_run() {
        web.page(ADDRESS, 429, "", Map.of("Retry-After", "3600"));
        web.page("https://b.example/", "[]");
        for (int i = 0; i < 3; i++) {
            assertThat(ask(ADDRESS))
                    .isEqualTo(new Http.Answer.Failed("asked too often; the server wants to be left alone for 3600 s"));
        }
        assertThat(ask("https://b.example/")).isInstanceOf(Http.Answer.Got.class);
        assertThat(web.asked).hasSize(2);
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_server_that_only_says_later_is_asked_three_times() {
        PoliteWeb stubborn = new PoliteWeb(web, Duration.ofSeconds(20), pauses::add);
        web.page(ADDRESS, 429, "", Map.of("Retry-After", "0"));
        assertThat(stubborn.ask(Web.Question.of(URI.create(ADDRESS))))
                .isEqualTo(new Http.Answer.Failed("asked too often"));
        assertThat(web.asked).hasSize(3);
        assertThat(pauses).hasSize(2);
    }

    @Test
    void a_limit_that_is_used_up_is_waited_for_before_the_next_question() {
        web.page(
                ADDRESS,
                200,
                "[]",
                Map.of("Date", DATE, "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1777716003"));
        ask(ADDRESS);
        assertThat(pauses).isEmpty();
        ask(ADDRESS);
        assertThat(pauses).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void what_is_forbidden_or_broken_is_no_limit() {
        web.page(ADDRESS, 403, "", Map.of());
        web.page(ADDRESS + "/5", 503, "", Map.of());
        ask(ADDRESS);
        ask(ADDRESS + "/5");
        assertThat(web.asked).hasSize(2);
    }

    @Test
    void a_server_that_is_down_is_asked_three_times() {
        web.page(ADDRESS, 0, "no connection", Map.of());
        for (int i = 0; i < 5; i++) {
            assertThat(ask(ADDRESS)).isEqualTo(new Http.Answer.Failed("no connection"));
        }
        assertThat(web.asked).hasSize(3);
    }
}
