package dev.byline.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Looks at the sources again and again: works on every disk. */
final class Polling implements Watch {
    /** Long enough to cost little, short enough that the page is there when the eye is. */
    static final Duration PAUSE = Duration.ofMillis(500);

    /** An editor that writes in two steps is done with the second by then. */
    private static final Duration STILL = Duration.ofMillis(25);

    /** Who writes without end is not waited for. */
    private static final int LOOKS_UNTIL_STILL = 6;

    private final Sources sources;
    private SourceState known;

    Polling(Sources sources) throws IOException {
        this.sources = sources;
        this.known = SourceState.of(sources);
    }

    @Override
    public Set<Path> await(Duration atMost) throws IOException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        Set<Path> changed = look();
        while (changed.isEmpty() && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.sleep(Math.max(1, Math.min(PAUSE.toNanos(), end - System.nanoTime())));
            changed = look();
        }
        Set<Path> all = new TreeSet<>(changed);
        for (int looks = 0; !changed.isEmpty() && looks < LOOKS_UNTIL_STILL; looks++) {
            TimeUnit.NANOSECONDS.sleep(STILL.toNanos());
            changed = look();
            all.addAll(changed);
        }
        return all;
    }

    private Set<Path> look() throws IOException {
        SourceState now = SourceState.of(sources);
        Set<Path> changed = now.since(known);
        known = now;
        return changed;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
