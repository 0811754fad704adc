package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * Whether a preview runs.
 *
 * @param diagnostics what kept it from starting
 * @param running to be closed by who asked for it; empty where it did not start
 */
public record PreviewReport(List<Diagnostic> diagnostics, Optional<RunningPreview> running) {
    public PreviewReport {
        diagnostics = List.copyOf(diagnostics);
    }
}
