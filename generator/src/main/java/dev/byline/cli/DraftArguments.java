package dev.byline.cli;

import dev.byline.DraftName;
import dev.byline.DraftsReport;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** A site and one of its drafts, as commands name them. */
final class DraftArguments {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Parameters(index = "1", paramLabel = "ARTICLE", description = "The article's id: 2026/two-hats.")
    private String article;

    @Parameters(index = "2", paramLabel = "ACCOUNT", description = "An author's id, or a company account's.")
    private String account;

    @Parameters(index = "3", paramLabel = "NETWORK", description = "The network: mastodon.")
    private String network;

    Path site() {
        return site;
    }

    DraftName name() {
        return new DraftName(article, account, network);
    }

    /** The draft's file once somebody has taken it over. */
    Path file() {
        return site.resolve("drafts").resolve(name().path());
    }

    static Instant now() {
        return Moment.otherwise(System.getenv(), Clock.systemUTC());
    }

    /** Tells what became of the draft; the exit code. */
    int tell(Reporting reporting, DraftsReport report, String done) {
        return tell(reporting, report, done, "nothing was changed");
    }

    /** The same, with other words for what went wrong. */
    int tell(Reporting reporting, DraftsReport report, String done, String otherwise) {
        List<Diagnostic> all = new ArrayList<>(report.diagnostics());
        report.findings().forEach(finding -> all.add(finding.diagnostic()));
        boolean succeeded = report.succeeded();
        reporting.tell(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                all.stream()
                        .filter(d -> succeeded || d.severity() == Severity.ERROR)
                        .toList(),
                succeeded ? done : otherwise,
                Map.of("findings", report.findings().size()),
                Map.of(
                        "drafts",
                        report.drafts().stream().map(DraftArguments::parts).toList()));
        return succeeded ? ExitCode.FINE : ExitCode.CONTENT;
    }

    /** A draft for programs. */
    static Map<String, String> parts(DraftsReport.Line line) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("article", line.name().article());
        parts.put("account", line.name().account());
        parts.put("network", line.name().network());
        parts.put("path", line.name().path());
        parts.put("count", Integer.toString(line.count()));
        parts.put("limit", Integer.toString(line.limit()));
        parts.put("state", line.state());
        parts.put("text", line.text());
        return parts;
    }
}
