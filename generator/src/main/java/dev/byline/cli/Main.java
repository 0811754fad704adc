package dev.byline.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code byline}: the command that holds all others. */
@Command(
        name = "byline",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Turns Markdown articles into a company blog with people in front.",
        subcommands = {
            BuildCommand.class,
            CheckCommand.class,
            CreditsCommand.class,
            ServeCommand.class,
            GatherCommand.class,
            ModerateCommand.class,
            FeedbackCommand.class,
            ReportCommand.class,
            IntakeCommand.class,
            DraftsCommand.class,
            PingCommand.class,
            PublishCommand.class,
            RehearseCommand.class,
            WithdrawCommand.class,
            CleanCommand.class,
            ThemeCommand.class,
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:problems in the content",
            "2:wrong use",
            "3:a remote source or network failed, the rest is done"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs a command and gives its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    String reason =
                            failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
                    command.getErr().println("byline: error: " + reason);
                    return ExitCode.CONTENT;
                })
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: byline build SITE");
    }
}
