package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import java.util.List;

/**
 * What gathering did.
 *
 * @param diagnostics all that was found, by file and line; a source that failed is a warning there
 * @param added how many answers are new
 * @param updated how many were edited by their authors
 * @param removed how many were withdrawn
 * @param unchanged how many are as they were
 * @param failures how many posts could not be asked for
 */
public record GatherReport(
        List<Diagnostic> diagnostics, int added, int updated, int removed, int unchanged, int failures) {
    public GatherReport {
        diagnostics = List.copyOf(diagnostics);
    }

    /** A run that asked nobody, because of what is among the diagnostics. */
    static GatherReport failed(List<Diagnostic> diagnostics) {
        return new GatherReport(diagnostics, 0, 0, 0, 0, 0);
    }

    /** Whether the site could be read; otherwise nothing was asked for. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }
}
