package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.source.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates and times; those without an offset are in the site's time zone, never in the machine's. */
final class Moments {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})(?:[Tt ]+(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)\\s*([Zz]|[+-]\\d{2}:?\\d{2})?)?");

    private final ZoneId zone;
    private final Diagnostics diagnostics;

    Moments(ZoneId zone, Diagnostics diagnostics) {
        this.zone = zone;
        this.diagnostics = diagnostics;
    }

    /** A moment in the site's time zone. */
    Optional<ZonedDateTime> read(Value.Scalar written) {
        Matcher form = FORM.matcher(written.text().strip());
        if (!form.matches()) {
            diagnostics.error(
                    written.place(),
                    "\"" + written.text() + "\" is no date",
                    "write 2026-03-14, 2026-03-14T09:30 or 2026-03-14T09:30:00+01:00");
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(form.group(1));
            LocalTime time = form.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(form.group(2));
            if (form.group(3) != null) {
                String offset = form.group(3).replaceFirst("^([+-]\\d{2})(\\d{2})$", "$1:$2");
                return Optional.of(
                        OffsetDateTime.parse(day + "T" + time + offset).atZoneSameInstant(zone));
            }
            return Optional.of(inZone(LocalDateTime.of(day, time), written));
        } catch (DateTimeException impossible) {
            diagnostics.error(
                    written.place(), "\"" + written.text() + "\" is a date that does not exist", "check day and month");
            return Optional.empty();
        }
    }

    /** A moment as it stands in the ledger and in feedback: with an offset. */
    Optional<Instant> instant(Value.Scalar written) {
        return read(written).map(ZonedDateTime::toInstant);
    }

    private ZonedDateTime inZone(LocalDateTime local, Value.Scalar written) {
        ZonedDateTime moment = local.atZone(zone);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null) {
            String what = change.isGap() ? "does not exist" : "comes twice";
            diagnostics.warning(
                    written.place(),
                    "\"" + written.text() + "\" " + what + " in " + zone + ", where the clock changes; taken as "
                            + moment.toOffsetDateTime(),
                    "write the offset: " + moment.toOffsetDateTime());
        }
        return moment;
    }
}
