package dev.byline.output;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An output folder while one build works on it.
 *
 * <p>First everything is staged: what would not change a file is forgotten at once, the rest waits in {@code
 * .byline/staged}. Nothing that a reader sees has changed until {@link #publish}; {@link #close} without it leaves the
 * folder as it was. Publishing writes down first which files will be ours, then moves each into its place in one step:
 * whenever it is killed, each file is old or new, and the next build knows which to mend or remove.
 *
 * <p>{@link #put} and {@link #copy} may be called by several threads.
 */
public final class OutputFolder implements Output, AutoCloseable {
    private static final String OWN = ".byline";

    private final Path root;
    private final Path own;
    private final Path staging;
    private final boolean existed;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final Manifest before;
    private final Manifest after = Manifest.empty();
    /** Path below the root -> staged file. */
    private final Map<String, Path> staged = new TreeMap<>();

    private final AtomicInteger names = new AtomicInteger();
    private final Diagnostics diagnostics;
    private int unchanged;
    private boolean published;

    private OutputFolder(Path root, boolean existed, FileChannel lockFile, FileLock lock, Diagnostics diagnostics)
            throws IOException {
        this.root = root;
        this.own = root.resolve(OWN);
        this.staging = own.resolve("staged");
        this.existed = existed;
        this.lockFile = lockFile;
        this.lock = lock;
        this.before = Manifest.read(own.resolve("files"));
        this.diagnostics = diagnostics;
    }

    /**
     * Opens a folder for one build, and makes it where it is missing. Waits while another build works on it.
     *
     * @param diagnostics hears of files of others that stand in the way
     */
    public static OutputFolder open(Path root, Diagnostics diagnostics) throws IOException {
        boolean existed = Files.exists(root.resolve(OWN));
        Files.createDirectories(root.resolve(OWN));
        FileChannel channel = FileChannel.open(
                root.resolve(OWN).resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = waitFor(channel);
            OutputFolder folder = new OutputFolder(root, existed, channel, lock, diagnostics);
            deleteAll(folder.staging);
            Files.createDirectories(folder.staging);
            return folder;
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private static FileLock waitFor(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException heldInThisProcess) {
                // Another thread of this process holds it: the platform does not wait for that, so we do.
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        }
    }

    /** What publishing did. */
    public record Changes(int written, int unchanged, int removed) {}

    /** Stages a file. */
    @Override
    public void put(String path, byte[] content) {
        if (!canBeNamed(path)) {
            return;
        }
        String digest = Digest.of(content);
        Path target = target(path);
        try {
            if (Files.isRegularFile(target)
                    && Files.size(target) == content.length
                    && Arrays.equals(Files.readAllBytes(target), content)) {
                note(path, digest);
                return;
            }
            Path file = staging.resolve(Integer.toString(names.incrementAndGet()));
            Files.write(file, content);
            stage(path, digest, file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The fingerprint of what the folder holds of ours: before publishing as it was found, afterwards as it was left. */
    public long state() throws IOException {
        Path files = own.resolve("files");
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        java.util.zip.CRC32C other = new java.util.zip.CRC32C();
        if (Files.isRegularFile(files)) {
            byte[] bytes = Files.readAllBytes(files);
            crc.update(bytes);
            other.update(bytes);
        }
        return (crc.getValue() << 32) | other.getValue();
    }

    @Override
    public boolean holds(String path) {
        Path target = target(path);
        try {
            return before.owns(path) && Files.isRegularFile(target) && before.wrote(path, Digest.of(target));
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public void keep(String path) {
        try {
            note(path, Digest.of(target(path)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Stages a copy of a file, however large: it is streamed. */
    @Override
    public void copy(String path, Path source) {
        if (!canBeNamed(path)) {
            return;
        }
        Path target = target(path);
        try {
            if (Files.isRegularFile(target) && Files.mismatch(source, target) < 0) {
                note(path, Digest.of(target));
                return;
            }
            Path file = staging.resolve(Integer.toString(names.incrementAndGet()));
            try (InputStream in = Files.newInputStream(source);
                    DigestOutputStream out = new DigestOutputStream(Files.newOutputStream(file), Digest.start())) {
                in.transferTo(out);
                out.flush();
                stage(path, Digest.end(out.getMessageDigest()), file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Java writes names of files in the encoding of the locale that it was started in. */
    private boolean canBeNamed(String path) {
        try {
            return !root.resolve(path).toString().isEmpty();
        } catch (InvalidPathException unmappable) {
            diagnostics.error(
                    Place.of(path.chars().allMatch(c -> c < 128) ? path : "output"),
                    "a file's name cannot be written in this machine's locale",
                    "set LC_ALL=C.UTF-8 before you start Java");
            return false;
        }
    }

    private Path target(String path) {
        Path target = root.resolve(path).normalize();
        if (!target.startsWith(root.normalize()) || target.startsWith(own.normalize())) {
            throw new IllegalArgumentException("a path out of the output folder: " + path);
        }
        return target;
    }

    private synchronized void note(String path, String digest) {
        after.put(path, digest);
        unchanged++;
    }

    private synchronized void stage(String path, String digest, Path file) throws IOException {
        Path target = root.resolve(path);
        if (Files.exists(target) && !Files.isDirectory(target) && !before.owns(path)) {
            diagnostics.error(
                    Place.of(target.toString()),
                    "a file that Byline did not write stands in the way",
                    "move it away, or build into another folder");
        }
        after.put(path, digest);
        staged.put(path, file);
    }

    /** Moves what is staged into its place, and removes files of ours that the site no longer has. */
    public Changes publish() throws IOException {
        Path files = own.resolve("files");
        write(files, after.and(before).bytes());
        try {
            staged.entrySet().parallelStream().forEach(this::moveIntoPlace);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        int removed = removeStale(root);
        write(files, after.bytes());
        published = true;
        return new Changes(staged.size(), unchanged, removed);
    }

    private void moveIntoPlace(Map.Entry<String, Path> entry) {
        Path target = root.resolve(entry.getKey());
        try {
            makeFolder(target.getParent());
            if (Files.isDirectory(target)) {
                removeStale(target);
            }
            Files.move(entry.getValue(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Makes a folder; where a file of ours, now stale, has its name, the file goes. */
    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        for (Path at = folder; at != null && !at.equals(root); at = at.getParent()) {
            if (Files.isRegularFile(at) && before.owns(name(at))) {
                Files.deleteIfExists(at);
            }
        }
        Files.createDirectories(folder);
    }

    private void write(Path file, byte[] content) throws IOException {
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Path temporary = staging.resolve("files");
        try (OutputStream out = Files.newOutputStream(temporary)) {
            out.write(content);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Removes the files below a folder that were ours and are no longer wanted; empty folders go too. */
    private int removeStale(Path start) throws IOException {
        AtomicInteger removed = new AtomicInteger();
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(own) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = name(file);
                if (before.owns(path) && !after.owns(path)) {
                    if (isAsWritten(file, path)) {
                        Files.delete(file);
                        removed.incrementAndGet();
                    } else {
                        diagnostics.warning(
                                Place.of(file.toString()),
                                "a page that is no longer built was changed by hand, so it stays",
                                "remove it yourself");
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (!folder.equals(root) && isEmpty(folder)) {
                    Files.delete(folder);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return removed.get();
    }

    private boolean isAsWritten(Path file, String path) throws IOException {
        return before.wrote(path, Digest.of(file));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Removes every file of ours, and the folder if nothing else is in it. */
    public Changes clear() throws IOException {
        int removed = removeStale(root);
        published = true;
        deleteAll(own);
        if (isEmpty(root)) {
            Files.delete(root);
        }
        return new Changes(0, 0, removed);
    }

    /** Forgets what is staged, and lets the next build in. */
    @Override
    public void close() throws IOException {
        deleteAll(staging);
        lock.release();
        lockFile.close();
        if (!published && !existed) {
            deleteAll(own);
            if (Files.isDirectory(root) && isEmpty(root)) {
                Files.delete(root);
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
