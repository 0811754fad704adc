package dev.byline.diagnostic;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Collects the diagnostics of one run, so that all of them are shown together.
 *
 * <p>Safe for use by several threads; {@link #all()} is sorted by place, so that the order of work does not show.
 */
public final class Diagnostics {
    private final Queue<Diagnostic> found = new ConcurrentLinkedQueue<>();

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    public void addAll(Collection<Diagnostic> diagnostics) {
        found.addAll(diagnostics);
    }

    public void error(Place place, String message) {
        add(Diagnostic.error(place, message));
    }

    public void error(Place place, String message, String hint) {
        add(Diagnostic.error(place, message, hint));
    }

    public void warning(Place place, String message) {
        add(Diagnostic.warning(place, message));
    }

    public void warning(Place place, String message, String hint) {
        add(Diagnostic.warning(place, message, hint));
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    /** All that was found, each once, by file, line and column. */
    public List<Diagnostic> all() {
        return found.stream().distinct().sorted().toList();
    }
}
