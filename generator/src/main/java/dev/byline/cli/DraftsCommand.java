package dev.byline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code byline drafts}: what becomes of post drafts before they are posted. */
@Command(
        name = "drafts",
        mixinStandardHelpOptions = true,
        description = "Lists, judges, takes over, edits and approves the post drafts of a site.",
        subcommands = {
            DraftsListCommand.class,
            DraftsLintCommand.class,
            DraftsShowCommand.class,
            DraftsTakeCommand.class,
            DraftsEditCommand.class,
            DraftsApproveCommand.class,
            DraftsLimitsCommand.class
        })
final class DraftsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: byline drafts list SITE");
    }
}
