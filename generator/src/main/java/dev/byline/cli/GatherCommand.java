package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.GatherReport;
import dev.byline.GatherRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline gather SITE}. */
@Command(
        name = "gather",
        mixinStandardHelpOptions = true,
        description = "Gathers what readers answered, wherever they did, into SITE/feedback.")
final class GatherCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long one answer may take (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "Asks this source only: mastodon, bluesky ... May be repeated.")
    private Set<String> sources = Set.of();

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Asks networks about pieces only that have come out since this day (2026-05-01).")
    private LocalDate since;

    @Option(
            names = "--all",
            description = "Asks sources that tell what is new for everything again, as if they had never been heard.")
    private boolean all;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() {
        GatherReport report = new Byline()
                .gather(new GatherRequest(
                        site,
                        Moment.otherwise(System.getenv(), Clock.systemUTC()),
                        System.getenv(),
                        Duration.ofSeconds(Math.max(1, seconds)),
                        sources,
                        since == null
                                ? Instant.MIN
                                : since.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        all));
        reporting.tell(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                report.diagnostics(),
                report.added() + " new, " + report.updated() + " updated, " + report.removed() + " removed, "
                        + report.unchanged() + " unchanged; " + report.failures() + " failed",
                figures(report));
        if (!report.succeeded()) {
            return ExitCode.CONTENT;
        }
        return report.failures() > 0 ? ExitCode.REMOTE : ExitCode.FINE;
    }

    private static Map<String, Number> figures(GatherReport report) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("added", report.added());
        figures.put("updated", report.updated());
        figures.put("removed", report.removed());
        figures.put("unchanged", report.unchanged());
        figures.put("failures", report.failures());
        return figures;
    }
}
