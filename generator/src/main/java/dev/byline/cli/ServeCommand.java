package dev.byline.cli;

import dev.byline.BuildReport;
import dev.byline.Byline;
import dev.byline.PreviewReport;
import dev.byline.PreviewRequest;
import dev.byline.RunningPreview;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline serve SITE}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Builds a site, shows it to this machine, and keeps up with what is written: open pages load themselves again.",
            "After a mistake the last good pages stay, with what is wrong in front of them, until it is mended.",
            "Drafts, scheduled and expired pieces have pages, too, which say so."
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + PreviewRequest.PORT,
            description = "The port to take (${DEFAULT-VALUE}); where it is in use, the next free one.")
    private int port;

    @Option(names = "--lan", description = "Let the other machines of this network look, too.")
    private boolean lan;

    @Option(names = "--open", description = "Open the site in a browser.")
    private boolean open;

    @Option(names = "--no-reload", description = "Serve pages as they are built, without what loads them again.")
    private boolean still;

    @Option(
            names = "--poll",
            description =
                    "Look at the files twice a second instead of being told of changes, for disks that tell nothing.")
    private boolean poll;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port is a number up to 65535");
        }
        PreviewReport report = new Byline()
                .preview(PreviewRequest.of(site, ServeCommand::now)
                        .on(port, lan)
                        .keepingUp(!still, poll)
                        .telling(this::tell, line -> spec.commandLine().getErr().println(line)));
        if (report.running().isEmpty()) {
            report.diagnostics().forEach(spec.commandLine().getErr()::println);
            return ExitCode.CONTENT;
        }
        try (RunningPreview preview = report.running().get()) {
            preview.greeting().forEach(line -> reporting.note(out(), line));
            if (open) {
                preview.open();
            }
            preview.await();
        }
        return ExitCode.FINE;
    }

    private static Instant now() {
        return Moment.otherwise(System.getenv(), Clock.systemUTC());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void tell(BuildReport report) {
        String summary = report.succeeded()
                ? report.written() + " files changed, " + report.removed() + " removed"
                : "The last good pages stay until this is mended.";
        reporting.tell(
                out(), spec.commandLine().getErr(), report.diagnostics(), summary, Map.of("written", report.written()));
    }
}
