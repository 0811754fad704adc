package dev.byline.engagement;

import dev.byline.engagement.Engagement.Row;
import dev.byline.engagement.Engagement.Unanswered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The report as one page, for the desk and not for readers: tables, and the same drawn. Needs no script and no server. */
public final class ReportPage {
    /** As many months as are drawn; the table has all. */
    private static final int MONTHS_DRAWN = 12;

    /** Up to an hour and a half people say minutes, up to a day and a half hours, then days. */
    private static final Duration MOST_MINUTES = Duration.ofMinutes(90);

    private static final Duration MOST_HOURS = Duration.ofHours(36);

    /** A bar of the liveliest month is as high. */
    private static final int FULL = 100;

    private final UnaryOperator<String> titleOf;
    private final UnaryOperator<String> addressOf;

    /**
     * Prepares.
     *
     * @param titleOf the title of an article, by its id
     * @param addressOf where the feedback on an article is read, by its id
     */
    public ReportPage(UnaryOperator<String> titleOf, UnaryOperator<String> addressOf) {
        this.titleOf = titleOf;
        this.addressOf = addressOf;
    }

    /** The page; empty where its template fails. */
    public Optional<String> of(Engagement engagement, Function<Map<String, Object>, Optional<String>> fill) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("all", tally(engagement.all()));
        List<Map<String, Object>> tables = new ArrayList<>();
        tables.add(table("authors", engagement.authors()));
        tables.add(table("pieces", engagement.pieces()));
        tables.add(table("networks", engagement.networks()));
        tables.add(table("months", engagement.months()));
        model.put("tables", tables);
        model.put("months", months(engagement.months()));
        model.put("networks", bars(engagement.networks()));
        model.put(
                "unanswered",
                engagement.unanswered().stream().map(this::waiting).toList());
        return fill.apply(model);
    }

    private static Map<String, Object> table(String by, List<Row> rows) {
        return Map.of("by", by, "rows", rows.stream().map(ReportPage::row).toList());
    }

    private static Map<String, Object> row(Row row) {
        Map<String, Object> model = new LinkedHashMap<>(tally(row.tally()));
        model.put("name", row.name());
        return model;
    }

    private static Map<String, Object> tally(Tally tally) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("posts", tally.posts());
        model.put("replies", tally.replies());
        model.put("reactions", tally.reactions());
        model.put("ratings", tally.stars().size());
        model.put(
                "stars",
                tally.rating().isPresent()
                        ? String.format(Locale.ROOT, "%.1f", tally.rating().getAsDouble())
                        : "");
        model.put("unanswered", tally.unanswered());
        model.put("wait", tally.median().map(ReportPage::wait).stream().toList());
        return model;
    }

    private static Map<String, Object> wait(Duration median) {
        if (median.compareTo(MOST_MINUTES) <= 0) {
            return Map.of("unit", "minutes", "number", rounded(median, Duration.ofMinutes(1)));
        }
        return median.compareTo(MOST_HOURS) <= 0
                ? Map.of("unit", "hours", "number", rounded(median, Duration.ofHours(1)))
                : Map.of("unit", "days", "number", rounded(median, Duration.ofDays(1)));
    }

    private static long rounded(Duration time, Duration unit) {
        return time.plus(unit.dividedBy(2)).dividedBy(unit);
    }

    /** The last months, oldest first, as they follow each other on a line of time. */
    private static List<Map<String, Object>> months(List<Row> newestFirst) {
        List<Row> drawn = new ArrayList<>(newestFirst.subList(0, Math.min(MONTHS_DRAWN, newestFirst.size())));
        Collections.reverse(drawn);
        return bars(drawn);
    }

    /** Lengths of bars, as parts of the longest. */
    private static List<Map<String, Object>> bars(List<Row> rows) {
        int most = rows.stream()
                .mapToInt(row -> row.tally().replies() + row.tally().reactions())
                .max()
                .orElse(0);
        return rows.stream()
                .map(row -> Map.<String, Object>of(
                        "name", row.name(),
                        "replies", row.tally().replies(),
                        "reactions", row.tally().reactions(),
                        "spoken", most == 0 ? 0 : row.tally().replies() * FULL / most,
                        "silent", most == 0 ? 0 : row.tally().reactions() * FULL / most))
                .toList();
    }

    private Map<String, Object> waiting(Unanswered waiting) {
        return Map.of(
                "title", titleOf.apply(waiting.article()),
                "reader", waiting.reader(),
                "network", waiting.network(),
                "day", waiting.at().map(at -> at.toString().substring(0, 10)).orElse(""),
                "url", waiting.url().orElseGet(() -> addressOf.apply(waiting.article())));
    }
}
