package dev.byline;

import dev.byline.credits.Matrix;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import java.util.List;

/**
 * Who is credited where in a built site.
 *
 * @param diagnostics why the site could not be read; empty where it could
 * @param matrix pieces by surfaces
 */
public record CreditsReport(List<Diagnostic> diagnostics, Matrix matrix) {
    public CreditsReport {
        diagnostics = List.copyOf(diagnostics);
    }

    static CreditsReport failed(List<Diagnostic> diagnostics) {
        return new CreditsReport(diagnostics, new Matrix(List.of(), List.of()));
    }

    /** Whether every author of every piece is credited wherever the piece stands. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR) && matrix.isFull();
    }
}
