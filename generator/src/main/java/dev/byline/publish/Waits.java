package dev.byline.publish;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The waits that an answer's headers tell: {@code Retry-After: 30}, {@code X-RateLimit-Reset: 2026-06-01T12:05:00Z}.
 *
 * <p>Moments are counted by the server's own clock, which may be wrong.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, 10.2.3: seconds, or a date</a>
 */
record Waits(HttpHeaders headers) {
    /** Numbers above this are moments, as seconds since 1970; those below are seconds to wait. */
    private static final long FIRST_MOMENT = 1_000_000_000;

    /** How long from now a header's moment is, never less than nothing; empty where there is none. */
    Optional<Duration> told(String header) {
        return headers.firstValue(header).flatMap(this::length).map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private Optional<Duration> length(String value) {
        if (value.matches("\\d{1,12}(?:\\.\\d+)?")) {
            long seconds = (long) Math.ceil(Double.parseDouble(value));
            return Optional.of(
                    seconds >= FIRST_MOMENT
                            ? Duration.between(now(), Instant.ofEpochSecond(seconds))
                            : Duration.ofSeconds(seconds));
        }
        return moment(value).map(moment -> Duration.between(now(), moment));
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

    private Instant now() {
        return headers.firstValue("Date").flatMap(Waits::httpDate).orElseGet(Instant::now);
    }
}
