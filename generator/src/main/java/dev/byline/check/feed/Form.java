package dev.byline.check.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms of what stands in feeds: addresses, dates, languages, media types, numbers. */
final class Form {
    /** RFC 6838, section 4.2. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*(\\s*;.*)?");

    /** RFC 3339, section 5.6, with the letters in upper case, as RFC 4287 asks. */
    private static final Pattern MOMENT =
            Pattern.compile("-?\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    /** RFC 822, section 5, with the four digits of RFC 1123. */
    private static final Pattern MAIL_DATE = Pattern.compile("((Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?"
            + "\\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d(:\\d\\d)? (GMT|[+-]\\d{4})");

    private Form() {}

    /** Whether it is a full address or another absolute URI. */
    static boolean isAbsolute(String written) {
        try {
            URI uri = new URI(written);
            return uri.isAbsolute() && (uri.isOpaque() || !uri.getScheme().startsWith("http") || uri.getHost() != null);
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    static boolean isMediaType(String written) {
        return MEDIA_TYPE.matcher(written).matches();
    }

    static boolean isNumber(String written) {
        return written.matches("\\d{1,18}");
    }

    /** RFC 5646. */
    static boolean isLanguage(String written) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(written)
                    .build()
                    .toLanguageTag()
                    .equals("und");
        } catch (IllformedLocaleException noTag) {
            return false;
        }
    }

    static boolean isMoment(String written) {
        try {
            return MOMENT.matcher(written).matches() && OffsetDateTime.parse(written) != null;
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    static boolean isMailDate(String written) {
        try {
            return MAIL_DATE.matcher(written).matches() && dayOf(written) != null;
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    /** Whether a date says another day of the week than its own. */
    static boolean hasWrongWeekday(String written) {
        return isMailDate(written) && written.contains(",") && !written.startsWith(dayOf(written));
    }

    private static String dayOf(String mailDate) {
        String date = mailDate.substring(mailDate.indexOf(',') + 1).strip();
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                .getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** What stands there more than once. */
    static Stream<String> twice(Collection<String> all) {
        Set<String> seen = new HashSet<>();
        return all.stream().filter(each -> !seen.add(each)).distinct();
    }
}
