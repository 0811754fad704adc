package dev.byline;

import dev.byline.check.Claim;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import java.util.List;

/**
 * What a check found.
 *
 * @param diagnostics sorted by place
 * @param pages how many pages and files were looked at
 * @param failures how many links and profiles of other hosts got no answer
 * @param claims which profiles link back, if they were asked
 */
public record CheckReport(List<Diagnostic> diagnostics, int pages, int failures, List<Claim> claims) {
    public CheckReport {
        diagnostics = List.copyOf(diagnostics);
        claims = List.copyOf(claims);
    }

    /** A check that came to no page, because of what is among the diagnostics. */
    static CheckReport failed(List<Diagnostic> diagnostics) {
        return new CheckReport(diagnostics, 0, 0, List.of());
    }

    /** Whether there is no error. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }
}
