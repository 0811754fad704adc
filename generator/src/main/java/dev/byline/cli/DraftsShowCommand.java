package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.DraftName;
import dev.byline.DraftsReport;
import dev.byline.diagnostic.Diagnostic;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code byline drafts show SITE ARTICLE ACCOUNT NETWORK}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows one draft as it would be posted, what it counts, and what the linter finds in it.")
final class DraftsShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DraftArguments draft;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() {
        DraftsReport report = new Byline().draft(draft.site(), DraftArguments.now(), draft.name());
        PrintWriter out = spec.commandLine().getOut();
        report.drafts().forEach(line -> {
            DraftName name = line.name();
            reporting.note(
                    out,
                    name.account() + " on " + line.networkName() + ": " + line.count() + " of " + line.limit() + ", "
                            + line.state() + "\n");
            reporting.note(out, line.text() + "\n");
            if (line.state().equals("stale")) {
                reporting.note(out, "What is composed now, since what it was made from has changed:\n");
                reporting.note(out, line.composed() + "\n");
            }
            report.findings().stream()
                    .map(finding -> finding.diagnostic())
                    .map(Diagnostic::toString)
                    .forEach(finding -> reporting.note(out, finding));
        });
        reporting.tell(
                out,
                spec.commandLine().getErr(),
                report.diagnostics(),
                found(report),
                Map.of("findings", report.findings().size()),
                Map.of(
                        "drafts",
                        report.drafts().stream().map(DraftArguments::parts).toList()));
        return report.succeeded() ? ExitCode.FINE : ExitCode.CONTENT;
    }

    private static String found(DraftsReport report) {
        if (report.drafts().isEmpty()) {
            return "nothing to show";
        }
        return report.findings().isEmpty() ? "nothing found" : report.findings().size() + " found";
    }
}
