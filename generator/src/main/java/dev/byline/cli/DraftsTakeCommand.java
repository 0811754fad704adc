package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.DraftsReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code byline drafts take SITE ARTICLE ACCOUNT NETWORK}. */
@Command(
        name = "take",
        mixinStandardHelpOptions = true,
        description = "Copies a draft into drafts/, where it is yours: no build writes over it.")
final class DraftsTakeCommand implements Callable<Integer> {
    @Mixin
    private DraftArguments draft;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() {
        DraftsReport report = new Byline().take(draft.site(), DraftArguments.now(), draft.name());
        return draft.tell(reporting, report, draft.file() + " is yours now.");
    }
}
