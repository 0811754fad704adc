package dev.byline.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The moment of a build: {@code --at}, else {@code SOURCE_DATE_EPOCH}, else the clock. */
final class Moment {
    /** The variable of the reproducible builds project: seconds since 1970. */
    private static final String VARIABLE = "SOURCE_DATE_EPOCH";

    private Moment() {}

    /**
     * Finds the moment where no option gives it.
     *
     * @throws IllegalArgumentException if the variable is set to something that is no number of seconds
     */
    static Instant otherwise(Map<String, String> environment, Clock clock) {
        String seconds = environment.get(VARIABLE);
        if (seconds == null || seconds.isBlank()) {
            return clock.instant();
        }
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds.strip()));
        } catch (NumberFormatException | DateTimeException notSeconds) {
            throw new IllegalArgumentException(
                    VARIABLE + " is \"" + seconds + "\": write seconds since 1970", notSeconds);
        }
    }

    /** Reads {@code 2026-03-14T09:30:00Z}, or with an offset. */
    static final class Reader implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException notAMoment) {
                throw new TypeConversionException("'" + text + "' is no moment: write 2026-03-14T09:30:00Z");
            }
        }
    }
}
