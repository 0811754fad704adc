package dev.byline.preview;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Is told of changes by the system, folder by folder; looks for itself every few seconds, because disks of other machines
 * tell nothing, and whenever the system says that it lost count.
 */
final class FolderWatch implements Watch {
    /** An editor that writes in two steps, or a file beside and then renames it, is done by then. */
    private static final long STILL = Duration.ofMillis(20).toNanos();

    /** Who writes without end is not waited for. */
    private static final long PATIENCE = Duration.ofMillis(150).toNanos();

    private static final long LOOK_AGAIN = Duration.ofSeconds(5).toNanos();

    /** Looking takes at most a hundredth of the time. */
    private static final int RARELY = 100;

    private final Sources sources;
    private final WatchService service;
    /** A folder that was renamed keeps its key, so that the key's own word for it is not to be relied on. */
    private final Map<WatchKey, Path> folders = new HashMap<>();

    private SourceState known;
    private long nextLook;
    private boolean lostCount;

    /**
     * Watches from now on.
     *
     * @throws IOException where the system refuses, as Linux does where a user watches too much
     */
    FolderWatch(Sources sources, WatchService service) throws IOException {
        this.sources = sources;
        this.service = service;
        this.known = SourceState.of(sources);
        watch(sources.root(), new TreeSet<>());
        this.nextLook = System.nanoTime() + LOOK_AGAIN;
    }

    @Override
    public Set<Path> await(Duration atMost) throws IOException, InterruptedException {
        Set<Path> changed = new TreeSet<>();
        long end = System.nanoTime() + atMost.toNanos();
        while (changed.isEmpty()) {
            long now = System.nanoTime();
            if (nextLook - now <= 0 || lostCount) {
                look(changed);
            } else if (end - now <= 0) {
                break;
            } else {
                hear(Math.min(end, nextLook) - now, changed);
            }
        }
        return changed;
    }

    /** Waits for the first event, and for those that belong to it. */
    private void hear(long nanos, Set<Path> changed) throws IOException, InterruptedException {
        WatchKey key = service.poll(nanos, TimeUnit.NANOSECONDS);
        long end = System.nanoTime() + PATIENCE;
        while (key != null) {
            take(key, changed);
            long left = end - System.nanoTime();
            key = left <= 0 ? null : service.poll(Math.min(STILL, left), TimeUnit.NANOSECONDS);
        }
    }

    private void take(WatchKey key, Set<Path> changed) throws IOException {
        Path folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
                lostCount = true;
            } else if (folder != null && event.context() instanceof Path name) {
                take(folder.resolve(name), event.kind(), changed);
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
    }

    private void take(Path path, WatchEvent.Kind<?> kind, Set<Path> changed) throws IOException {
        if (Files.isDirectory(path)) {
            if (kind == StandardWatchEventKinds.ENTRY_CREATE) {
                watch(path, changed);
            }
        } else if (sources.count(path)) {
            if (kind == StandardWatchEventKinds.ENTRY_DELETE) {
                leave(path);
            }
            known.note(path);
            changed.add(path);
        }
    }

    /** Watches a folder with all below it; what is in it already is news, too. */
    private void watch(Path start, Set<Path> changed) throws IOException {
        Files.walkFileTree(
                start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                            throws IOException {
                        return sources.hold(folder) && register(folder)
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (sources.count(file) && known.note(file)) {
                            changed.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /** Whether the folder is watched now; one that is gone again, or closed to us, is not. */
    private boolean register(Path folder) throws IOException {
        try {
            WatchKey key = folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            folders.put(key, folder);
            return true;
        } catch (FileSystemException gone) {
            return false;
        }
    }

    /** A folder that was moved away would tell of itself by a name that is no longer its own. */
    private void leave(Path path) {
        folders.entrySet().removeIf(entry -> {
            boolean below = entry.getValue().startsWith(path);
            if (below) {
                entry.getKey().cancel();
            }
            return below;
        });
    }

    private void look(Set<Path> changed) throws IOException {
        long start = System.nanoTime();
        SourceState now = SourceState.of(sources);
        changed.addAll(now.since(known));
        known = now;
        if (lostCount) {
            changed.add(sources.root());
        }
        if (!changed.isEmpty()) {
            // What was not told of may be a folder that is not watched.
            watch(sources.root(), changed);
        }
        lostCount = false;
        long took = System.nanoTime() - start;
        nextLook = System.nanoTime() + Math.max(LOOK_AGAIN, RARELY * took);
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
