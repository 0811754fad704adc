package dev.byline.feedback;

/** Counts what a round of gathering does to files. */
final class Tally {
    private int added;
    private int updated;
    private int removed;
    private int unchanged;

    void added() {
        added++;
    }

    void updated() {
        updated++;
    }

    void removed() {
        removed++;
    }

    void unchanged(int items) {
        unchanged += items;
    }

    Gatherer.Report report(int failures) {
        return new Gatherer.Report(added, updated, removed, unchanged, failures);
    }
}
