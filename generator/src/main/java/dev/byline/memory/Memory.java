package dev.byline.memory;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.page.Relations;
import dev.byline.source.SourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a build knows of the one before, and tells the next. Threads may share it.
 *
 * <p>It is only ever a saving of work: without it, the same comes out. What is found damaged, or was left by another Byline,
 * is thrown away as a whole.
 */
public final class Memory implements AutoCloseable {
    private final Map<String, SourceState> sources;
    private final long setting;
    private final long addresses;
    private final Optional<Outcome> outcome;
    private final Map<String, RememberedText> texts = new ConcurrentHashMap<>();
    private final Map<String, RememberedPage> pages = new ConcurrentHashMap<>();
    private final Map<String, Relations.Known> relations = new ConcurrentHashMap<>();
    private final Shelf shelf;

    /**
     * What came of a whole build.
     *
     * @param from since when it would have come out the same, if nothing had changed but the time
     * @param until until when it comes out the same; not included
     * @param promised the fingerprint of the addresses that the site has to keep
     * @param output what the site was written into, and all of its files
     * @param drafts the same of the drafts
     * @param diagnostics all that was found
     */
    public record Outcome(
            Instant from,
            Instant until,
            long promised,
            int articles,
            int posts,
            Folder output,
            Folder drafts,
            List<Diagnostic> diagnostics) {
        public Outcome {
            diagnostics = List.copyOf(diagnostics);
        }

        /** Whether a build at this moment comes to the same, if nothing else has changed. */
        public boolean isOf(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    /**
     * A folder as a build left it.
     *
     * @param state the fingerprint of what was in it
     * @param files below it
     */
    public record Folder(long state, List<String> files) {
        public Folder {
            files = List.copyOf(files);
        }
    }

    Memory(Map<String, SourceState> sources, long setting, long addresses, Optional<Outcome> outcome, Shelf shelf) {
        this.sources = sources;
        this.setting = setting;
        this.addresses = addresses;
        this.outcome = outcome;
        this.shelf = shelf;
    }

    /** Knows nothing yet. Its texts lie in a folder. */
    static Memory blank(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new Memory(Map.of(), 0, 0, Optional.empty(), Shelf.fresh(Files.createTempFile(folder, "texts", "")));
    }

    /** Knows nothing yet, and is never written down. */
    static Memory passing() throws IOException {
        return new Memory(Map.of(), 0, 0, Optional.empty(), Shelf.passing());
    }

    Shelf shelf() {
        return shelf;
    }

    /** How each file of the site was, by path. */
    public Map<String, SourceState> sources() {
        return sources;
    }

    /** The fingerprint of what everything hangs on: Byline itself, the settings, the templates. */
    public long setting() {
        return setting;
    }

    /** The fingerprint of everything that a link can lead to. */
    public long addresses() {
        return addresses;
    }

    /** What came of it, if it came to an end. */
    public Optional<Outcome> outcome() {
        return outcome;
    }

    Map<String, RememberedText> texts() {
        return texts;
    }

    Map<String, RememberedPage> pages() {
        return pages;
    }

    /** Which pieces are near which, by language tag. */
    Map<String, Relations.Known> relations() {
        return relations;
    }

    @Override
    public void close() throws IOException {
        shelf.close();
    }
}
