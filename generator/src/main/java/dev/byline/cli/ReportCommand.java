package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.EngagementReport;
import dev.byline.engagement.Engagement;
import dev.byline.engagement.Engagement.Row;
import dev.byline.engagement.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline report SITE}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Tells who was heard, where, and how soon readers got an answer.")
final class ReportCommand implements Callable<Integer> {
    private static final int NAME_COLUMNS = 40;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes the report as a page, too.")
    private Path html;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() throws IOException {
        EngagementReport report = new Byline().report(site, Moment.otherwise(System.getenv(), Clock.systemUTC()));
        PrintWriter out = spec.commandLine().getOut();
        Engagement engagement = report.engagement();
        if (report.succeeded()) {
            table(out, "By person and account", engagement.authors());
            table(out, "By piece", engagement.pieces());
            table(out, "By network", engagement.networks());
            table(out, "By month", engagement.months());
        }
        if (html != null && report.page().isPresent()) {
            Files.write(html, report.page().get());
        }
        reporting.tell(
                out,
                spec.commandLine().getErr(),
                report.diagnostics(),
                summary(engagement),
                figures(engagement.all()),
                lists(engagement));
        return report.succeeded() ? ExitCode.FINE : ExitCode.CONTENT;
    }

    private void table(PrintWriter out, String title, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        reporting.note(
                out,
                "%-40s %6s %8s %6s %10s %8s %8s"
                        .formatted(title, "posts", "replies", "open", "reactions", "stars", "wait"));
        for (Row row : rows) {
            Tally tally = row.tally();
            String stars = tally.rating().isPresent()
                    ? String.format(Locale.ROOT, "%.1f", tally.rating().getAsDouble())
                    : "";
            reporting.note(
                    out,
                    String.format(
                            Locale.ROOT,
                            "%-40s %6d %8d %6d %10d %8s %8s",
                            shortened(row.name()),
                            tally.posts(),
                            tally.replies(),
                            tally.unanswered(),
                            tally.reactions(),
                            stars,
                            tally.median().map(ReportCommand::words).orElse("")));
        }
        reporting.note(out, "");
    }

    private static String shortened(String name) {
        int end = name.offsetByCodePoints(0, Math.min(NAME_COLUMNS - 2, name.codePointCount(0, name.length())));
        return end < name.length() ? name.substring(0, end) + "…" : name;
    }

    private static String words(Duration wait) {
        long minutes = wait.toMinutes();
        return minutes <= 90 ? minutes + " min" : minutes <= 36 * 60 ? wait.toHours() + " h" : wait.toDays() + " d";
    }

    private static String summary(Engagement engagement) {
        Tally all = engagement.all();
        return all.posts() + " posts, " + all.replies() + " replies, " + all.reactions() + " reactions, "
                + all.stars().size() + " ratings; " + all.unanswered() + " unanswered"
                + all.median()
                        .map(wait -> "; readers wait " + words(wait) + " (median)")
                        .orElse("");
    }

    private static Map<String, Number> figures(Tally all) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("posts", all.posts());
        figures.put("replies", all.replies());
        figures.put("reactions", all.reactions());
        figures.put("ratings", all.stars().size());
        figures.put("unanswered", all.unanswered());
        all.median().ifPresent(wait -> figures.put("medianWaitSeconds", wait.toSeconds()));
        return figures;
    }

    private static Map<String, List<Map<String, String>>> lists(Engagement engagement) {
        Map<String, List<Map<String, String>>> lists = new LinkedHashMap<>();
        lists.put("authors", rows(engagement.authors()));
        lists.put("pieces", rows(engagement.pieces()));
        lists.put("networks", rows(engagement.networks()));
        lists.put("months", rows(engagement.months()));
        lists.put(
                "waiting",
                engagement.unanswered().stream()
                        .map(waiting -> {
                            Map<String, String> entry = new LinkedHashMap<>();
                            entry.put("article", waiting.article());
                            entry.put("item", waiting.item());
                            entry.put("source", waiting.network());
                            entry.put("reader", waiting.reader());
                            waiting.at().ifPresent(at -> entry.put("at", at.toString()));
                            waiting.url().ifPresent(url -> entry.put("url", url));
                            return entry;
                        })
                        .toList());
        return lists;
    }

    private static List<Map<String, String>> rows(List<Row> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, String> entry = new LinkedHashMap<>();
                    entry.put("id", row.id());
                    entry.put("name", row.name());
                    figures(row.tally()).forEach((name, number) -> entry.put(name, number.toString()));
                    return entry;
                })
                .toList();
    }
}
