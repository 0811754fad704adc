package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import java.util.List;

/**
 * What a build did.
 *
 * @param diagnostics all that was found, by file and line
 * @param articles how many articles are out
 * @param drafts how many post drafts there are
 * @param written how many files changed, in both folders together
 * @param unchanged how many files were as they should be
 * @param removed how many files of ours the site no longer has
 */
public record BuildReport(
        List<Diagnostic> diagnostics, int articles, int drafts, int written, int unchanged, int removed) {
    public BuildReport {
        diagnostics = List.copyOf(diagnostics);
    }

    /** A build that changed nothing, because of what is among the diagnostics. */
    static BuildReport failed(List<Diagnostic> diagnostics) {
        return new BuildReport(diagnostics, 0, 0, 0, 0, 0);
    }

    /** Whether the output is as the input says; with an error it is as it was before. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }
}
