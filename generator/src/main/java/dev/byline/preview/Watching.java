package dev.byline.preview;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** Watches the sources by being told of changes, or, where that is refused, by looking. For one thread. */
final class Watching implements AutoCloseable {
    /** What the JDK has where the system tells nothing: it looks itself, every ten seconds. */
    private static final String LOOKS_ITSELF = "PollingWatchService";

    private final Sources sources;
    private final Consumer<String> notes;
    private Watch watch;

    /** Where a watch service comes from. */
    @FunctionalInterface
    interface Opener {
        WatchService open() throws IOException;

        /** The system's own. */
        static WatchService ofSystem() throws IOException {
            return FileSystems.getDefault().newWatchService();
        }
    }

    private Watching(Sources sources, Consumer<String> notes, Watch watch) {
        this.sources = sources;
        this.notes = notes;
        this.watch = watch;
    }

    /**
     * Watches from now on.
     *
     * @param notes hears if it has to be done by looking
     */
    static Watching of(Sources sources, boolean poll, Opener opener, Consumer<String> notes) throws IOException {
        if (poll) {
            return new Watching(sources, notes, new Polling(sources));
        }
        try {
            return new Watching(sources, notes, told(sources, opener.open()));
        } catch (IOException refused) {
            notes.accept(lookingBecauseOf(refused));
            return new Watching(sources, notes, new Polling(sources));
        }
    }

    private static Watch told(Sources sources, WatchService service) throws IOException {
        if (service.getClass().getSimpleName().equals(LOOKS_ITSELF)) {
            service.close();
            return new Polling(sources);
        }
        try {
            return new FolderWatch(sources, service);
        } catch (IOException refused) {
            service.close();
            throw refused;
        }
    }

    private static String lookingBecauseOf(IOException refused) {
        return "The folder cannot be watched (" + refused.getMessage() + "), so it is looked at every "
                + Polling.PAUSE.toMillis() + " ms.";
    }

    /** What was changed since the last time; nothing where the time ran out. */
    Set<Path> await(Duration atMost) throws IOException, InterruptedException {
        try {
            return watch.await(atMost);
        } catch (IOException refused) {
            if (watch instanceof Polling) {
                throw refused;
            }
            notes.accept(lookingBecauseOf(refused));
            watch.close();
            watch = new Polling(sources);
            // Nobody knows what was changed meanwhile.
            return Set.of(sources.root());
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
