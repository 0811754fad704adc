package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.DraftsReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code byline drafts approve SITE ARTICLE ACCOUNT NETWORK}. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = "Approves a draft as it is now, so that it may be posted; takes it over where nobody has.")
final class DraftsApproveCommand implements Callable<Integer> {
    @Mixin
    private DraftArguments draft;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() {
        DraftsReport report = new Byline().approve(draft.site(), DraftArguments.now(), draft.name());
        return draft.tell(reporting, report, draft.file() + " is approved.");
    }
}
