package dev.byline.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** Waits for changes of sources. For one thread. */
interface Watch extends AutoCloseable {
    /**
     * Waits until something was changed, and then until the writer, or the writer's editor, is still for a moment.
     *
     * @return what was changed since the last time; nothing where the time ran out
     * @throws IOException where this way of watching does not work
     */
    Set<Path> await(Duration atMost) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
