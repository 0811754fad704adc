package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.CheckReport;
import dev.byline.CheckRequest;
import dev.byline.check.Claim;
import dev.byline.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline check SITE}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks a site as its readers will get it; writes nothing.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Option(names = "--external", description = "Ask other hosts, too, whether what is linked to is still there.")
    private boolean external;

    @Option(names = "--identity", description = "Ask published profiles, too, whether they link back with rel=me.")
    private boolean identity;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long one answer of another host may take (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--strict", description = "Let warnings fail the check, too.")
    private boolean strict;

    @Option(names = "--sarif", paramLabel = "FILE", description = "Write what was found as SARIF 2.1.0, too.")
    private Path sarif;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() throws IOException {
        Duration patience = Duration.ofSeconds(Math.max(1, seconds));
        CheckReport report = new Byline()
                .check(new CheckRequest(
                        site,
                        Moment.otherwise(System.getenv(), Clock.systemUTC()),
                        external ? Optional.of(patience) : Optional.empty(),
                        identity ? Optional.of(patience) : Optional.empty()));
        if (sarif != null) {
            Files.writeString(sarif, Sarif.of(report.diagnostics(), Byline.version()));
        }
        long errors = count(report, Severity.ERROR);
        long warnings = count(report, Severity.WARNING);
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("pages", report.pages());
        figures.put("errors", errors);
        figures.put("warnings", warnings);
        figures.put("failures", report.failures());
        report.claims().stream()
                .filter(claim -> claim.outcome() == Claim.Outcome.VERIFIED)
                .forEach(claim -> reporting.note(
                        spec.commandLine().getOut(), claim.account() + ": " + claim.profile() + " links back"));
        String found = report.diagnostics().isEmpty() ? "nothing found" : errors + " errors, " + warnings + " warnings";
        reporting.tell(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                report.diagnostics(),
                report.pages() + " pages and files: " + found,
                figures,
                identity ? Map.of("profiles", profiles(report)) : Map.of());
        if (errors > 0 || (strict && warnings > 0)) {
            return ExitCode.CONTENT;
        }
        return report.failures() > 0 ? ExitCode.REMOTE : ExitCode.FINE;
    }

    private static List<Map<String, String>> profiles(CheckReport report) {
        return report.claims().stream()
                .<Map<String, String>>map(claim -> {
                    Map<String, String> parts = new LinkedHashMap<>();
                    parts.put("account", claim.account());
                    parts.put("network", claim.network());
                    parts.put("profile", claim.profile());
                    parts.put("outcome", claim.outcome().word());
                    return parts;
                })
                .toList();
    }

    private static long count(CheckReport report, Severity severity) {
        return report.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }
}
