package dev.byline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code byline feedback}: holds the commands that work on what was gathered. */
@Command(
        name = "feedback",
        mixinStandardHelpOptions = true,
        description = "Works on what readers answered.",
        subcommands = {FeedbackImportCommand.class, FeedbackForgetCommand.class})
final class FeedbackCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: byline feedback import, or forget");
    }
}
