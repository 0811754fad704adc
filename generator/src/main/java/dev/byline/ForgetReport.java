package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import dev.byline.feedback.Forgetting;
import java.util.List;
import java.util.Set;

/**
 * What forgetting did, or would do.
 *
 * @param diagnostics what is wrong, and where something about the person still stands, as warnings
 * @param names all that the person goes by here
 * @param items what goes
 */
public record ForgetReport(List<Diagnostic> diagnostics, Set<String> names, List<Forgetting.Gone> items) {
    public ForgetReport {
        diagnostics = List.copyOf(diagnostics);
        names = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(names));
        items = List.copyOf(items);
    }

    static ForgetReport failed(List<Diagnostic> diagnostics) {
        return new ForgetReport(diagnostics, Set.of(), List.of());
    }

    /** Whether what was asked for could be done. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }
}
