package dev.byline.feedback.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Moments as archives write them; what is none, or none that anybody was alive at, is absent. */
final class Moments {
    private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Moments() {}

    /** {@code 2013-10-10T19:20:29Z}, with any offset; without one, in UTC. */
    static Optional<Instant> iso(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException other) {
            return spaced(text.strip().replace('T', ' ').replaceFirst("\\.\\d+$", ""));
        }
    }

    /** {@code 2014-01-14 17:32:12}, in UTC. {@code 0000-00-00 00:00:00} is none. */
    static Optional<Instant> spaced(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip(), SPACED).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Seconds since 1970. */
    static Optional<Instant> seconds(double seconds) {
        return seconds > 0 && seconds < Integer.MAX_VALUE * 2.0
                ? Optional.of(Instant.ofEpochMilli(Math.round(seconds * 1000)))
                : Optional.empty();
    }
}
