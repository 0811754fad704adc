package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.LimitsReport;
import dev.byline.LimitsRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline drafts limits SITE}. */
@Command(
        name = "limits",
        mixinStandardHelpOptions = true,
        description = "Asks the servers of accounts what they let a post be, and keeps it in SITE/networks.yml.")
final class DraftsLimitsCommand implements Callable<Integer> {
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
    public Integer call() {
        LimitsReport report = new Byline()
                .limits(new LimitsRequest(
                        site, DraftArguments.now(), System.getenv(), Duration.ofSeconds(Math.max(1, seconds))));
        PrintWriter out = spec.commandLine().getOut();
        report.told().forEach(told -> reporting.note(out, told.host() + ": " + words(told)));
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("told", report.told().size());
        figures.put("changed", changed(report));
        figures.put("failures", report.failures());
        reporting.tell(
                out,
                spec.commandLine().getErr(),
                report.diagnostics(),
                report.told().size() + " servers told, " + changed(report) + " changed; " + report.failures()
                        + " failed",
                figures,
                Map.of(
                        "servers",
                        report.told().stream().map(DraftsLimitsCommand::parts).toList()));
        if (!report.succeeded()) {
            return ExitCode.CONTENT;
        }
        return report.failures() > 0 ? ExitCode.REMOTE : ExitCode.FINE;
    }

    private static long changed(LimitsReport report) {
        return report.told().stream().filter(LimitsReport.Told::changed).count();
    }

    private static String words(LimitsReport.Told told) {
        List<String> words = new ArrayList<>();
        told.characters().ifPresent(most -> words.add(most + " characters"));
        told.images().ifPresent(most -> words.add(most + " images"));
        told.description().ifPresent(most -> words.add("descriptions of " + most));
        return String.join(", ", words);
    }

    private static Map<String, String> parts(LimitsReport.Told told) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("host", told.host());
        told.characters().ifPresent(most -> parts.put("characters", Integer.toString(most)));
        told.images().ifPresent(most -> parts.put("images", Integer.toString(most)));
        told.description().ifPresent(most -> parts.put("description", Integer.toString(most)));
        return parts;
    }
}
