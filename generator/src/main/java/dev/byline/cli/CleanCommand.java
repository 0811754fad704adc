package dev.byline.cli;

import dev.byline.BuildReport;
import dev.byline.BuildRequest;
import dev.byline.Byline;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline clean SITE}. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = "Removes what builds have written, and no file of anybody else.")
final class CleanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Option(names = "--output", paramLabel = "DIR", description = "Where the site went (SITE/target/site).")
    private Path output;

    @Option(names = "--drafts", paramLabel = "DIR", description = "Where the drafts went (SITE/target/drafts).")
    private Path drafts;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() {
        BuildReport report = new Byline()
                .clean(
                        output == null ? BuildRequest.defaultOutput(site) : output,
                        drafts == null ? BuildRequest.defaultDrafts(site) : drafts,
                        news -> reporting.note(spec.commandLine().getErr(), news));
        BuildRequest shown = BuildRequest.ofPreview(site, Instant.EPOCH);
        BuildReport ofPreview = new Byline().clean(shown.output(), shown.drafts());
        int removed = report.removed() + ofPreview.removed();
        reporting.tell(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                Stream.concat(report.diagnostics().stream(), ofPreview.diagnostics().stream())
                        .toList(),
                removed + " removed",
                Map.of("removed", removed));
        return report.succeeded() && ofPreview.succeeded() ? ExitCode.FINE : ExitCode.CONTENT;
    }
}
