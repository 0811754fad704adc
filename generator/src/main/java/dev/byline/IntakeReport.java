package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * Whether an intake runs.
 *
 * @param diagnostics what kept it from starting, or is to be said of it
 * @param running to be closed by who asked for it; empty where it did not start
 */
public record IntakeReport(List<Diagnostic> diagnostics, Optional<RunningIntake> running) {
    public IntakeReport {
        diagnostics = List.copyOf(diagnostics);
    }
}
