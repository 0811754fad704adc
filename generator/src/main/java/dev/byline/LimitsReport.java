package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import java.util.List;
import java.util.OptionalInt;

/**
 * What servers told of what they let a post be.
 *
 * @param diagnostics all that was found; a server that told nothing of use is a warning there
 * @param told by host
 * @param failures how many servers told nothing of use
 */
public record LimitsReport(List<Diagnostic> diagnostics, List<Told> told, int failures) {
    public LimitsReport {
        diagnostics = List.copyOf(diagnostics);
        told = List.copyOf(told);
    }

    /**
     * What one server told; what it did not tell is empty.
     *
     * @param changed whether that is not what was known
     */
    public record Told(
            String host, OptionalInt characters, OptionalInt images, OptionalInt description, boolean changed) {}

    /** A run that asked nobody. */
    static LimitsReport failed(List<Diagnostic> diagnostics) {
        return new LimitsReport(diagnostics, List.of(), 0);
    }

    /** Whether the site could be read; otherwise nobody was asked. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }
}
