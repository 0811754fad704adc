package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import dev.byline.feedback.Decisions;
import dev.byline.site.Feedback;
import java.util.List;

/**
 * What there is to moderate, or what was decided.
 *
 * @param diagnostics what cannot be read or written below {@code feedback/}
 * @param items those that were asked for, by article and oldest first
 * @param changes what was decided
 */
public record ModerationReport(List<Diagnostic> diagnostics, List<Item> items, List<Decisions.Change> changes) {
    public ModerationReport {
        diagnostics = List.copyOf(diagnostics);
        items = List.copyOf(items);
        changes = List.copyOf(changes);
    }

    static ModerationReport failed(List<Diagnostic> diagnostics) {
        return new ModerationReport(diagnostics, List.of(), List.of());
    }

    /** Whether what was asked for could be done. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }

    /**
     * Something to decide about. Its names and texts are hostile.
     *
     * @param article the id of its article
     * @param title of its article
     * @param thread what it answers, the topmost first
     * @param mark stands for the file as it is now
     */
    public record Item(String article, String title, Feedback feedback, List<Feedback> thread, String mark) {
        public Item {
            thread = List.copyOf(thread);
        }

        /** What it is called on the command line. */
        public String name() {
            return article + "/" + feedback.id();
        }
    }
}
