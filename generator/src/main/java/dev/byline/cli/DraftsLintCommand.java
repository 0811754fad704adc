package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.DraftsReport;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Severity;
import dev.byline.diagnostic.Suggestion;
import dev.byline.lint.Finding;
import dev.byline.lint.Rules;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline drafts lint SITE}. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = "Tells what would make people scroll past a draft.")
final class DraftsLintCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Option(names = "--rule", paramLabel = "ID", description = "Only this rule; may be given several times.")
    private List<String> only = List.of();

    @Option(names = "--no-rule", paramLabel = "ID", description = "All but this rule; may be given several times.")
    private List<String> without = List.of();

    @Option(names = "--strict", description = "Let warnings fail the command, too.")
    private boolean strict;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() {
        only.forEach(this::checkRule);
        without.forEach(this::checkRule);
        DraftsReport report = new Byline().drafts(site, DraftArguments.now());
        List<Finding> findings = report.findings().stream()
                .filter(finding -> only.isEmpty() || only.contains(finding.rule()))
                .filter(finding -> !without.contains(finding.rule()))
                .toList();
        Diagnostics all = new Diagnostics();
        all.addAll(report.diagnostics());
        findings.forEach(finding -> all.add(finding.diagnostic()));
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("drafts", report.drafts().size());
        figures.put("findings", findings.size());
        reporting.tell(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                all.all(),
                report.drafts().size() + " drafts: "
                        + (findings.isEmpty() ? "nothing found" : findings.size() + " found"),
                figures,
                Map.of(
                        "findings",
                        findings.stream().map(DraftsLintCommand::parts).toList()));
        boolean fails = !report.succeeded()
                || findings.stream().map(Finding::diagnostic).anyMatch(this::fails);
        return fails ? ExitCode.CONTENT : ExitCode.FINE;
    }

    private boolean fails(Diagnostic finding) {
        return strict || finding.severity() == Severity.ERROR;
    }

    private void checkRule(String id) {
        if (!Rules.ids().contains(id)) {
            String hint = Suggestion.hint(id, Rules.ids()).orElse("the rules are " + String.join(", ", Rules.ids()));
            throw new ParameterException(spec.commandLine(), "unknown rule \"" + id + "\"; " + hint);
        }
    }

    private static Map<String, String> parts(Finding finding) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("rule", finding.rule());
        parts.put("severity", finding.severity().word());
        parts.put("draft", finding.draft());
        parts.put("place", finding.place().toString());
        parts.put("excerpt", finding.excerpt());
        parts.put("reason", finding.reason());
        parts.put("suggestion", finding.suggestion());
        return parts;
    }
}
