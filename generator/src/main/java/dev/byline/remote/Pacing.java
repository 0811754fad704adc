package dev.byline.remote;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long a server wants to be left alone: {@code Retry-After: 120}, {@code X-RateLimit-Reset: 2026-05-02T12:00:00Z},
 * {@code ratelimit-reset: 1777723200}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, 10.2.3: Retry-After</a>
 */
public final class Pacing {
    /** Numbers above this are moments, as seconds since 1970; those below are seconds to wait. */
    private static final long FIRST_MOMENT = 1_000_000_000;

    private Pacing() {}

    /**
     * What {@code Retry-After} says, else the first of some headers that tell when a limit ends. Moments are counted by the
     * server's own clock, which may be wrong.
     *
     * @return never negative; empty where nothing sensible is said
     */
    public static Optional<Duration> pause(HttpHeaders headers, String... resetHeaders) {
        Optional<Duration> told = told(headers, "Retry-After");
        for (String header : resetHeaders) {
            told = told.or(() -> told(headers, header));
        }
        return told;
    }

    /** What one header says; never negative. */
    public static Optional<Duration> told(HttpHeaders headers, String header) {
        return headers.firstValue(header)
                .flatMap(value -> pause(value, headers))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Duration> pause(String value, HttpHeaders headers) {
        if (value.matches("\\d{1,12}(?:\\.\\d+)?")) {
            long seconds = (long) Math.ceil(Double.parseDouble(value));
            return Optional.of(
                    seconds >= FIRST_MOMENT
                            ? Duration.between(now(headers), Instant.ofEpochSecond(seconds))
                            : Duration.ofSeconds(seconds));
        }
        return moment(value).map(moment -> Duration.between(now(headers), moment));
    }

    private static Optional<Instant> moment(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException notIso) {
            return httpDate(value);
        }
    }

    private static Optional<Instant> httpDate(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Instant now(HttpHeaders headers) {
        return headers.firstValue("Date").flatMap(Pacing::httpDate).orElseGet(Instant::now);
    }
}
