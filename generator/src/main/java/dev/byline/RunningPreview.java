package dev.byline;

import dev.byline.preview.Preview;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A preview that runs, until it is closed. */
public final class RunningPreview implements AutoCloseable {
    private final Preview preview;
    private final Workbench workbench;
    private final boolean lan;

    RunningPreview(Preview preview, Workbench workbench, boolean lan) {
        this.preview = preview;
        this.workbench = workbench;
        this.lan = lan;
    }

    /** Where the pages are, for a browser on this machine. */
    public String address() {
        return preview.address();
    }

    /** What there is to be said to the person who started it, a line each. */
    public List<String> greeting() {
        List<String> lines = new ArrayList<>();
        lines.add("The site is at " + preview.address() + " (Ctrl+C ends it).");
        lines.add("The desk with the post drafts is at " + preview.desk() + ".");
        lines.add("Pieces that are not out are at " + preview.unpublished() + ".");
        lines.add("Answers to look at are at " + preview.moderation() + ".");
        if (lan) {
            lines.add("Whoever is in this network can read all of that but the answers: "
                    + String.join(", ", preview.addressesForOthers()));
        }
        return List.copyOf(lines);
    }

    /** Opens the pages in the person's browser; where that fails, a note says so. */
    public void open() {
        preview.open();
    }

    /** Waits until somebody interrupts. */
    public void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** Lets a build that runs come to its end, and ends. */
    @Override
    public void close() {
        preview.close();
        workbench.close();
    }
}
