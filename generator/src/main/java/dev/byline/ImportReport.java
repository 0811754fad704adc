package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import dev.byline.feedback.archive.Reckoning;
import java.util.List;
import java.util.Map;

/**
 * What became of the comments of an archive.
 *
 * @param diagnostics why it could not be read; nothing was written then
 * @param reckoning accounts for every comment
 * @param added how many are new
 * @param updated how many had changed since an earlier import
 * @param unchanged how many were here already
 */
public record ImportReport(List<Diagnostic> diagnostics, Reckoning reckoning, int added, int updated, int unchanged) {
    public ImportReport {
        diagnostics = List.copyOf(diagnostics);
    }

    static ImportReport failed(List<Diagnostic> diagnostics) {
        return new ImportReport(diagnostics, new Reckoning(0, 0, 0, Map.of(), List.of()), 0, 0, 0);
    }

    /** Whether the archive could be read. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }
}
