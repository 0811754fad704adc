package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.DraftsReport;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code byline drafts edit SITE ARTICLE ACCOUNT NETWORK}. */
@Command(
        name = "edit",
        mixinStandardHelpOptions = true,
        description = "Takes a draft over, and opens it in $VISUAL or $EDITOR; without a terminal it says where it is.")
final class DraftsEditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DraftArguments draft;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.exists(draft.file())) {
            DraftsReport report = new Byline().take(draft.site(), DraftArguments.now(), draft.name());
            if (!report.succeeded()) {
                return draft.tell(reporting, report, "");
            }
        }
        Optional<String> editor = Stream.of("VISUAL", "EDITOR")
                .map(System.getenv()::get)
                .filter(command -> command != null && !command.isBlank())
                .findFirst();
        if (!Terminal.isThere() || editor.isEmpty()) {
            spec.commandLine().getOut().println(draft.file());
            return ExitCode.FINE;
        }
        // The variable may hold options, too: "code --wait".
        List<String> command = new ArrayList<>(List.of(editor.get().strip().split("\\s+")));
        command.add(draft.file().toString());
        int ended = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (ended != 0) {
            spec.commandLine()
                    .getErr()
                    .println("byline: error: " + editor.get().strip() + " ended with " + ended + "; " + draft.file()
                            + " is as it left it");
            return ExitCode.CONTENT;
        }
        // A slip is told while the writer is still at it.
        DraftsReport edited = new Byline().draft(draft.site(), DraftArguments.now(), draft.name());
        return draft.tell(reporting, edited, draft.file() + " is as you left it.", "look at it once more");
    }
}
