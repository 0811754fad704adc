package dev.byline.cli;

import dev.byline.BuildReport;
import dev.byline.BuildRequest;
import dev.byline.Byline;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline serve SITE}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Builds a site, shows it to this machine, and builds it again whenever a source changes.",
            "After a mistake the last good build stays until it is mended."
        })
final class ServeCommand implements Callable<Integer> {
    /** Long enough to cost nothing, short enough that the page is there when the eye is. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(400);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port to take (${DEFAULT-VALUE}); where it is in use, the next free one.")
    private int port;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() throws IOException, InterruptedException {
        SourceState state = SourceState.of(site);
        BuildReport first = build();
        if (!first.succeeded()) {
            return ExitCode.CONTENT;
        }
        try (PreviewServer server =
                PreviewServer.start(BuildRequest.defaultOutput(site), BuildRequest.defaultDrafts(site), port, "/")) {
            server.add(ModerationDesk.PATH, new ModerationDesk(site));
            reporting.note(out(), "The site is at " + server.address() + " (Ctrl+C ends it).");
            reporting.note(out(), "The desk with the post drafts is at " + server.deskAddress() + ".");
            reporting.note(out(), "Answers to look at are at " + server.addressOf(ModerationDesk.PATH) + ".");
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
                SourceState now = SourceState.of(site);
                if (!now.equals(state)) {
                    state = now;
                    build();
                }
            }
        }
        return ExitCode.FINE;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private BuildReport build() {
        BuildReport report = new Byline()
                .build(
                        BuildRequest.of(site, Moment.otherwise(System.getenv(), Clock.systemUTC()))
                                .asPreview(),
                        news -> reporting.note(spec.commandLine().getErr(), news));
        String summary = report.succeeded()
                ? report.written() + " files changed, " + report.removed() + " removed"
                : "The last good build stays until this is mended.";
        reporting.tell(
                out(), spec.commandLine().getErr(), report.diagnostics(), summary, Map.of("written", report.written()));
        return report;
    }
}
