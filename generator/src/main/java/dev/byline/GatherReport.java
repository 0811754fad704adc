package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import dev.byline.feedback.Gatherer;
import java.util.List;

/**
 * What gathering did.
 *
 * @param diagnostics all that was found, by file and line; a source that failed is a warning there
 * @param counts what changed
 */
public record GatherReport(List<Diagnostic> diagnostics, Gatherer.Report counts) {
    public GatherReport {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether the site could be read; otherwise nothing was asked for. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }
}
