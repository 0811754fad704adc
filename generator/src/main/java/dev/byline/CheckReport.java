package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import java.util.List;

/**
 * What a check found.
 *
 * @param diagnostics sorted by place
 * @param pages how many pages and files were looked at
 * @param failures how many other hosts did not answer
 */
public record CheckReport(List<Diagnostic> diagnostics, int pages, int failures) {
    public CheckReport {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether there is no error. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }
}
