package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.GatherReport;
import dev.byline.feedback.Gatherer;
import dev.byline.feedback.Http;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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
        description = "Gathers what readers answered to the posts of the ledger into SITE/feedback.")
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

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() throws Exception {
        String version = new Version().getVersion()[0].replace("byline ", "");
        Http http = new Http(version, Duration.ofSeconds(Math.max(1, seconds)));
        GatherReport report = new Byline().gather(site, Moment.otherwise(System.getenv(), Clock.systemUTC()), http);
        Gatherer.Report counts = report.counts();
        reporting.tell(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                report.diagnostics(),
                counts.added() + " new, " + counts.updated() + " updated, " + counts.removed() + " removed, "
                        + counts.unchanged() + " unchanged; " + counts.failures() + " failed",
                figures(counts));
        if (!report.succeeded()) {
            return ExitCode.CONTENT;
        }
        return counts.failures() > 0 ? ExitCode.REMOTE : ExitCode.FINE;
    }

    private static Map<String, Number> figures(Gatherer.Report counts) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("added", counts.added());
        figures.put("updated", counts.updated());
        figures.put("removed", counts.removed());
        figures.put("unchanged", counts.unchanged());
        figures.put("failures", counts.failures());
        return figures;
    }
}
