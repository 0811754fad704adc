package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import dev.byline.engagement.Engagement;
import dev.byline.engagement.Tally;
import java.util.List;
import java.util.Optional;

/**
 * What telling people has brought.
 *
 * @param diagnostics what was found while the site was read
 * @param page the same as a page for the desk; empty where it could not be made
 */
public record EngagementReport(List<Diagnostic> diagnostics, Engagement engagement, Optional<byte[]> page) {
    public EngagementReport {
        diagnostics = List.copyOf(diagnostics);
    }

    static EngagementReport failed(List<Diagnostic> diagnostics) {
        Tally nothing = new Tally(0, 0, 0, List.of(), 0, List.of());
        return new EngagementReport(
                diagnostics,
                new Engagement(List.of(), List.of(), List.of(), List.of(), nothing, List.of()),
                Optional.empty());
    }

    /** Whether the site could be read. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }
}
