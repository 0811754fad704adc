package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of posts.
 *
 * @param diagnostics all that was found; with an error among them nothing was posted, or nothing more
 * @param posts what was done, or was not; webmentions are among them, as if to a network of that name
 * @param unapproved how many drafts wait for somebody to approve them
 */
public record PublishReport(List<Diagnostic> diagnostics, List<Entry> posts, int unapproved) {
    public PublishReport {
        diagnostics = List.copyOf(diagnostics);
        posts = List.copyOf(posts);
    }

    /**
     * One post.
     *
     * @param account empty for a webmention
     * @param part its number in its thread, from 1
     * @param result in a word or two: {@code posted}, {@code failed} ...
     * @param detail its address, or why
     * @param failed whether something is left that should have been done
     */
    public record Entry(
            String article, String account, String network, int part, String result, String detail, boolean failed) {}

    /** The same, and what else was done. */
    PublishReport and(List<Entry> more, List<Diagnostic> all) {
        List<Entry> together = new ArrayList<>(posts);
        together.addAll(more);
        return new PublishReport(all, together, unapproved);
    }

    /** A run that posted nothing. */
    static PublishReport none(List<Diagnostic> diagnostics) {
        return new PublishReport(diagnostics, List.of(), 0);
    }

    /** Whether the site and its ledger could be read and written. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }

    /** How many posts are left that should have been made. */
    public int failures() {
        return (int) posts.stream().filter(Entry::failed).count();
    }

    /** How many posts came to a result. */
    public int count(String result) {
        return (int)
                posts.stream().filter(entry -> entry.result().equals(result)).count();
    }
}
