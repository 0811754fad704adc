package dev.byline.webmention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as pages write them: {@code 2026-05-01 7:00-0800} as well as {@code 2026-05-01T07:00:00Z}. */
final class Dates {
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})"
            + "(?:[T ]+(\\d{1,2}:\\d{2})(:\\d{2})?(?:\\.\\d+)?\\s*(Z|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?");

    private Dates() {}

    /** A moment; without a zone it is taken as UTC, without a time as the beginning of the day. */
    static Optional<Instant> moment(String written) {
        Matcher parts = DATE.matcher(written.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String time = parts.group(2) == null ? "00:00" : parts.group(2);
        String local = parts.group(1) + "T" + (time.length() == 4 ? "0" : "") + time
                + (parts.group(3) == null ? "" : parts.group(3));
        String zone = parts.group(4) == null ? "Z" : parts.group(4);
        try {
            return Optional.of(OffsetDateTime.of(LocalDateTime.parse(local), ZoneOffset.of(zone))
                    .toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
