package dev.byline.microformats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Values whose parts are marked: {@code <p class="dt-start"><b class="value">2026-05-01</b> at <b class="value">7pm</b></p>}
 * is {@code 2026-05-01 19:00}.
 *
 * @see <a href="https://microformats.org/wiki/value-class-pattern">value class pattern</a>
 */
final class ValueClass {
    private static final String ZONE = "Z|[+-]\\d{1,2}(?::?\\d{2})?";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{4}-\\d{3}|\\d{4}-\\d{2}");
    private static final Pattern DATE_AND_TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}|\\d{4}-\\d{3})[T ](\\d{2}:\\d{2}.*)");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?::(\\d{2}))?(?::(\\d{2}))?(?:\\s*([ap])\\.?m\\.?)?\\s*(" + ZONE + ")?");
    private static final Pattern ZONE_ALONE = Pattern.compile(ZONE);

    /** How one marked part is read. */
    @FunctionalInterface
    private interface Part {
        String of(Element element);
    }

    private ValueClass() {}

    /** The parts of a text or an address, one behind the other. */
    static Optional<String> text(Element property, Vocabulary vocabulary) {
        List<String> parts = parts(property, vocabulary, ValueClass::plain);
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("", parts));
    }

    /** The parts of a date. */
    static Optional<Moment> moment(Element property, Vocabulary vocabulary) {
        Moment moment = Moment.NONE;
        for (String part : parts(property, vocabulary, ValueClass::dated)) {
            moment = moment.and(part.strip());
        }
        return moment.isNothing() ? Optional.empty() : Optional.of(moment);
    }

    /**
     * What the parts of a date say together.
     *
     * @param date empty where none is said
     * @param time with its seconds only if they were said; empty where none is
     */
    record Moment(String date, String time, String zone) {
        static final Moment NONE = new Moment("", "", "");

        boolean isNothing() {
            return date.isEmpty() && time.isEmpty();
        }

        /** Of each kind, what comes first holds. */
        Moment and(String part) {
            Matcher whole = DATE_AND_TIME.matcher(part);
            if (whole.matches()) {
                return isNothing() ? NONE.and(whole.group(1)).and(whole.group(2)) : this;
            }
            if (DATE.matcher(part).matches()) {
                return date.isEmpty() ? new Moment(part, time, zone) : this;
            }
            if (ZONE_ALONE.matcher(part).matches()) {
                return zone.isEmpty() ? new Moment(date, time, part.replace(":", "")) : this;
            }
            Matcher clock = TIME.matcher(part.toLowerCase(Locale.ROOT).replace('z', 'Z'));
            boolean isTime = clock.matches() && (clock.group(2) != null || clock.group(4) != null);
            return isTime && time.isEmpty() ? at(clock) : this;
        }

        private Moment at(Matcher clock) {
            int hour = Integer.parseInt(clock.group(1));
            if (clock.group(4) != null) {
                hour = hour % 12 + (clock.group(4).equals("p") ? 12 : 0);
            }
            String seconds = clock.group(3) == null ? "" : ":" + clock.group(3);
            String minutes = clock.group(2) == null ? "00" : clock.group(2);
            String said = String.format(Locale.ROOT, "%02d:%s%s", hour, minutes, seconds);
            return new Moment(
                    date, said, clock.group(5) == null ? zone : clock.group(5).replace(":", ""));
        }

        /** As one text; a time without a day is of the day that was said before. */
        String on(String day) {
            String of = date.isEmpty() ? day : date;
            return (of.isEmpty() ? time : time.isEmpty() ? of : of + " " + time) + (time.isEmpty() ? "" : zone);
        }
    }

    private static List<String> parts(Element property, Vocabulary vocabulary, Part part) {
        List<String> found = new ArrayList<>();
        for (Element child : property.children()) {
            collect(child, vocabulary, part, found);
        }
        return found;
    }

    private static void collect(Element element, Vocabulary vocabulary, Part part, List<String> found) {
        List<String> classes = Classes.of(element);
        if (classes.contains("value-title")) {
            found.add(element.attr("title"));
        } else if (classes.contains("value")) {
            found.add(part.of(element));
        } else if (!vocabulary.isMarked(element)) {
            // What another property holds is its own.
            for (Element child : element.children()) {
                collect(child, vocabulary, part, found);
            }
        }
    }

    private static String plain(Element element) {
        return switch (element.normalName()) {
            case "img", "area" -> element.attr("alt");
            case "data" -> element.hasAttr("value") ? element.attr("value") : inner(element);
            case "abbr" -> element.hasAttr("title") ? element.attr("title") : inner(element);
            default -> inner(element);
        };
    }

    private static String dated(Element element) {
        boolean hasDate = switch (element.normalName()) {
            case "time", "ins", "del" -> element.hasAttr("datetime");
            default -> false;
        };
        return hasDate ? element.attr("datetime") : plain(element);
    }

    private static String inner(Element element) {
        return TextContent.of(element);
    }
}
