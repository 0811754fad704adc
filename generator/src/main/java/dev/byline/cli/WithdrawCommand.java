package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.PublishReport;
import dev.byline.WithdrawRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline withdraw SITE}. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = "Takes posts of the ledger back from their networks, where these allow it.")
final class WithdrawCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Mixin
    private PostChoice chosen;

    @Option(names = "--dry-run", description = "Only say what would be taken back.")
    private boolean dryRun;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long one answer may take, and a busy network may want to be left alone"
                    + " (${DEFAULT-VALUE}).")
    private int seconds;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() {
        if (chosen.selection().article().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say which: withdraw needs --article");
        }
        PublishReport report = new Byline()
                .withdraw(new WithdrawRequest(
                        site,
                        chosen.selection(),
                        Clock.systemUTC(),
                        System.getenv(),
                        Duration.ofSeconds(Math.max(1, seconds)),
                        dryRun));
        return PostTelling.tell(spec.commandLine(), reporting, report, dryRun);
    }
}
