package dev.byline.cli;

import dev.byline.BuildRequest;
import dev.byline.Byline;
import dev.byline.PingReport;
import dev.byline.PingRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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

/** {@code byline ping SITE}. */
@Command(
        name = "ping",
        mixinStandardHelpOptions = true,
        description = "Tells WebSub hubs which feeds of the built and deployed site have changed.")
final class PingCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Option(names = "--output", paramLabel = "DIR", description = "Where the site was built to (SITE/target/site).")
    private Path output;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Where it is remembered what hubs were told of (SITE/websub.lock).")
    private Path state;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long one answer of a hub may take (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--dry-run", description = "Only say what hubs would be told of.")
    private boolean dryRun;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() {
        PingReport report = new Byline()
                .ping(new PingRequest(
                        site,
                        output == null ? BuildRequest.defaultOutput(site) : output,
                        state == null ? PingRequest.defaultState(site) : state,
                        Moment.otherwise(System.getenv(), Clock.systemUTC()),
                        Duration.ofSeconds(Math.max(1, seconds)),
                        dryRun));
        report.told()
                .forEach(message ->
                        reporting.note(spec.commandLine().getOut(), message.hub() + " <- " + message.feed()));
        reporting.tell(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                report.diagnostics(),
                report.told().size() + (dryRun ? " to tell, " : " told, ") + report.unchanged() + " unchanged; "
                        + report.failures() + " failed",
                figures(report),
                Map.of("messages", messages(report)));
        if (!report.succeeded()) {
            return ExitCode.CONTENT;
        }
        return report.failures() > 0 ? ExitCode.REMOTE : ExitCode.FINE;
    }

    private static List<Map<String, String>> messages(PingReport report) {
        return report.told().stream()
                .<Map<String, String>>map(message -> {
                    Map<String, String> parts = new LinkedHashMap<>();
                    parts.put("hub", message.hub());
                    parts.put("feed", message.feed());
                    return parts;
                })
                .toList();
    }

    private static Map<String, Number> figures(PingReport report) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("told", report.told().size());
        figures.put("unchanged", report.unchanged());
        figures.put("failures", report.failures());
        return figures;
    }
}
