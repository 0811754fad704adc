package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import dev.byline.lint.Finding;
import java.util.List;

/**
 * The post drafts of a site.
 *
 * @param diagnostics what is wrong with the content, or with what was asked
 * @param drafts those that were asked for, newest article first
 * @param findings what the linter finds in them
 */
public record DraftsReport(List<Diagnostic> diagnostics, List<Line> drafts, List<Finding> findings) {
    public DraftsReport {
        diagnostics = List.copyOf(diagnostics);
        drafts = List.copyOf(drafts);
        findings = List.copyOf(findings);
    }

    static DraftsReport failed(List<Diagnostic> diagnostics) {
        return new DraftsReport(diagnostics, List.of(), List.of());
    }

    /** Whether what was asked for could be done. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }

    /**
     * One draft.
     *
     * @param networkName as people call it
     * @param count the most that one of its posts counts, in the network's own way
     * @param state how far it has come: generated, edited, stale, approved or published
     * @param composed the text that is composed now; the same as {@code text} unless a person wrote that
     */
    public record Line(
            DraftName name, String networkName, int count, int limit, String state, String text, String composed) {}
}
