package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import java.util.List;

/**
 * What came of telling hubs of feeds.
 *
 * @param diagnostics all that was found; a hub that failed is a warning there
 * @param told what hubs were told of; in a dry run, what they would be told of
 * @param unchanged how many messages were not due, because the hub knows the feed as it is
 * @param failures how many messages no hub took
 */
public record PingReport(List<Diagnostic> diagnostics, List<Message> told, int unchanged, int failures) {
    public PingReport {
        diagnostics = List.copyOf(diagnostics);
        told = List.copyOf(told);
    }

    /** One hub is told of one feed; full addresses. */
    public record Message(String hub, String feed) {}

    /** A run that told nobody. */
    static PingReport none(List<Diagnostic> diagnostics) {
        return new PingReport(diagnostics, List.of(), 0, 0);
    }

    /** Whether the site could be read; otherwise nobody was told. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }
}
