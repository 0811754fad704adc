package dev.byline.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Collects the diagnostics of one run, so that all of them are shown together.
 *
 * <p>Safe for use by several threads; {@link #all()} is sorted by place, so that the order of work does not show.
 */
public final class Diagnostics {
    private static final Comparator<Diagnostic> BY_ALL = Comparator.<Diagnostic>naturalOrder()
            .thenComparing(diagnostic -> diagnostic.hint().orElse(""))
            .thenComparing(Diagnostic::rule);

    private final Queue<Diagnostic> found = new ConcurrentLinkedQueue<>();
    private final AtomicInteger told = new AtomicInteger();

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
        told.incrementAndGet();
    }

    public void addAll(Collection<Diagnostic> diagnostics) {
        diagnostics.forEach(this::add);
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

    /** How often something was told so far. */
    public int count() {
        return told.get();
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    /** All that was found, each once, by file, line and column; of two that differ by their hints only, one. */
    public List<Diagnostic> all() {
        List<Diagnostic> all = new ArrayList<>();
        found.stream().sorted(BY_ALL).forEach(diagnostic -> {
            Diagnostic before = all.isEmpty() ? null : all.get(all.size() - 1);
            if (before == null || before.compareTo(diagnostic) != 0) {
                all.add(diagnostic);
            }
        });
        return List.copyOf(all);
    }
}
