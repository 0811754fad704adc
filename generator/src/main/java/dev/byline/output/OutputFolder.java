package dev.byline.output;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * An output folder while one build works on it.
 *
 * <p>First everything is staged: what would not change a file is forgotten at once, the rest waits in {@code
 * .byline/staged}. Nothing that a reader sees has changed until {@link #publish}; {@link #close} without it leaves the
 * folder as it was. Publishing writes down first which files will be ours, then moves each into its place in one step, a
 * new folder with all that is in it: whenever it is killed, each file is old or new, and the next build knows which to
 * mend or remove.
 *
 * <p>{@link #put}, {@link #copy}, {@link #holds} and {@link #keep} may be called by several threads.
 */
public final class OutputFolder implements Output, AutoCloseable {
    private static final String OWN = ".byline";

    private final Path root;
    private final Path own;
    private final Path list;
    private final boolean existed;
    private final BuildLock lock;
    private final Staging staging;
    private final Manifest before;
    private final Manifest after = Manifest.empty();
    private final Diagnostics diagnostics;
    /** The paths of this build. */
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    /** What is moved in one step, a file or a folder that is new -> where it waits. */
    private final Map<String, Path> moves = new ConcurrentHashMap<>();
    /** Folders, below the root -> whether they were there when they were first asked for. */
    private final Map<String, Boolean> folders = new ConcurrentHashMap<>();
    /** Folders that make way for a file. */
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();
    /** What {@link #holds} has found. */
    private final Map<String, Stamp> held = new ConcurrentHashMap<>();

    private final LongAdder written = new LongAdder();
    private final LongAdder unchanged = new LongAdder();
    private boolean published;

    private OutputFolder(Path root, boolean existed, BuildLock lock, Diagnostics diagnostics) throws IOException {
        this.root = root;
        this.own = root.resolve(OWN);
        this.list = own.resolve("files");
        this.existed = existed;
        this.lock = lock;
        this.before = Manifest.read(list);
        this.staging = Staging.in(own.resolve("staged"));
        this.diagnostics = diagnostics;
        this.folders.put("", !isEmpty(root, own));
    }

    /**
     * Opens a folder for one build, and makes it where it is missing. Waits while another build works on it.
     *
     * @param diagnostics hears of files of others that stand in the way
     * @param waiting called once, when it turns out that there is another build to wait for
     */
    public static OutputFolder open(Path folder, Diagnostics diagnostics, Runnable waiting) throws IOException {
        Path root = folder.normalize();
        Path own = root.resolve(OWN);
        for (Path needed : new Path[] {root, own}) {
            if (Files.exists(needed) && !Files.isDirectory(needed)) {
                throw new FileSystemException(needed.toString(), null, "a file stands where a folder is needed");
            }
        }
        boolean existed = Files.exists(own);
        BuildLock lock = BuildLock.take(own, waiting);
        try {
            return new OutputFolder(root, existed, lock, diagnostics);
        } catch (IOException failed) {
            lock.close();
            throw failed;
        }
    }

    /** What publishing did. */
    public record Changes(int written, int unchanged, int removed) {}

    /** A path with what is asked of it again and again. */
    private record Spot(String path, String digest, Path target) {}

    /** Fills a staged file; returns the check of what it wrote. */
    private interface Filling {
        String into(Path file) throws IOException;
    }

    /** Stages a file. */
    @Override
    public void put(String path, byte[] content) {
        claim(path).ifPresent(spot -> {
            try {
                String check = Check.of(content);
                Optional<BasicFileAttributes> there = standing(spot);
                Optional<Stamp> same = ofSize(there, content.length).isEmpty()
                        ? Optional.empty()
                        : Optional.of(before.stampOf(spot.digest(), spot.target(), there.get()))
                                .filter(now -> now.check().equals(check));
                if (same.isPresent()) {
                    note(spot, same.get());
                    return;
                }
                stage(spot, there, file -> {
                    Files.write(file, content, StandardOpenOption.CREATE_NEW);
                    return check;
                });
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
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

    /** Stages a copy of a file, however large: it is streamed. */
    @Override
    public void copy(String path, Path source) {
        claim(path).ifPresent(spot -> {
            try {
                Optional<BasicFileAttributes> there = standing(spot);
                if (ofSize(there, Files.size(source)).isPresent()) {
                    Stamp now = before.stampOf(spot.digest(), spot.target(), there.get());
                    if (now.check().equals(Check.of(source))) {
                        note(spot, now);
                        return;
                    }
                }
                stage(
                        spot,
                        there,
                        file -> Check.copy(source, Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /**
     * Whether the file that Byline wrote at a path last time is there, untouched. That costs one look at its size and
     * time; the file is read only where these do not tell.
     */
    @Override
    public boolean holds(String path) {
        Optional<Spot> spot = spot(path);
        if (spot.isEmpty()) {
            return false;
        }
        try {
            Optional<Stamp> stamp = untouched(spot.get());
            stamp.ifPresent(found -> held.put(path, found));
            return stamp.isPresent();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Lets a file stay as it is, as if it had been put again.
     *
     * @param path of a file that the folder {@link #holds}
     */
    @Override
    public void keep(String path) {
        if (!held.containsKey(path) && !holds(path)) {
            throw new IllegalArgumentException("nothing to keep: " + path);
        }
        claim(path).ifPresent(spot -> note(spot, held.get(path)));
    }

    private Optional<Stamp> untouched(Spot spot) throws IOException {
        Optional<BasicFileAttributes> there = before.owns(spot.digest()) ? standing(spot) : Optional.empty();
        if (there.isEmpty()
                || !there.get().isRegularFile()
                || !before.wroteSize(spot.digest(), there.get().size())) {
            return Optional.empty();
        }
        Stamp now = before.stampOf(spot.digest(), spot.target(), there.get());
        return Optional.of(now).filter(stamp -> before.wrote(spot.digest(), stamp));
    }

    /** A path for this build alone to write. Two files at one address are a mistake that would show now and then. */
    private Optional<Spot> claim(String path) {
        Optional<Spot> spot = spot(path);
        if (spot.isPresent() && !wanted.add(path)) {
            diagnostics.error(Place.of(path), "two files of the site have this path", "rename one of them");
            return Optional.empty();
        }
        return spot;
    }

    private Optional<Spot> spot(String path) {
        Path relative;
        try {
            relative = root.getFileSystem().getPath(path);
        } catch (InvalidPathException unmappable) {
            // Java writes names of files in the encoding of the locale that it was started in.
            diagnostics.error(
                    Place.of(path.chars().allMatch(c -> c < 128) ? path : "output"),
                    "a file's name cannot be written in this machine's locale",
                    "set LC_ALL=C.UTF-8 before you start Java");
            return Optional.empty();
        }
        if (path.isEmpty()
                || relative.isAbsolute()
                || !relative.normalize().equals(relative)
                || relative.startsWith("..")
                || relative.getName(0).toString().equalsIgnoreCase(OWN)) {
            throw new IllegalArgumentException("a path out of the output folder: " + path);
        }
        return Optional.of(new Spot(path, Digest.of(path), root.resolve(relative)));
    }

    /** What stands at a path; a link is a link. */
    private Optional<BasicFileAttributes> standing(Spot spot) throws IOException {
        if (!isThere(folderOf(spot.path()))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Files.readAttributes(spot.target(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException nothing) {
            return Optional.empty();
        }
    }

    private static Optional<BasicFileAttributes> ofSize(Optional<BasicFileAttributes> there, long size) {
        return there.filter(file -> file.isRegularFile() && file.size() == size);
    }

    private static String folderOf(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Whether a folder was there; looked up once, and not at all below one that was not. */
    private boolean isThere(String folder) {
        Boolean known = folders.get(folder);
        if (known == null) {
            known = isThere(folderOf(folder)) && look(folder);
            folders.put(folder, known);
        }
        return known;
    }

    private boolean look(String folder) {
        Path target = root.resolve(folder);
        if (Files.isDirectory(target)) {
            return true;
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !before.owns(Digest.of(folder))) {
            standsInTheWay(target);
        }
        return false;
    }

    private void standsInTheWay(Path file) {
        diagnostics.error(
                Place.of(file.toString()),
                "a file that Byline did not write stands in the way",
                "move it away, or build into another folder");
    }

    private void note(Spot spot, Stamp stamp) {
        after.add(spot.digest(), stamp);
        unchanged.increment();
    }

    private void stage(Spot spot, Optional<BasicFileAttributes> there, Filling filling) throws IOException {
        if (there.isPresent() && there.get().isDirectory()) {
            sweep().othersIn(spot.target()).forEach(this::standsInTheWay);
            leaving.add(spot.path());
        } else if (there.isPresent() && !before.owns(spot.digest())) {
            standsInTheWay(spot.target());
            return;
        }
        String unit = unit(spot.path());
        boolean alone = unit.equals(spot.path());
        Path file = alone ? staging.single() : staging.inTree(spot.path());
        String check = filling.into(file);
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        after.add(spot.digest(), new Stamp(check, attributes.size(), Manifest.changed(attributes)));
        moves.put(unit, alone ? file : staging.tree(unit));
        written.increment();
    }

    /** What is moved in one step to bring a file to its path: the outermost folder that is not there yet, or the file. */
    private String unit(String path) {
        for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            String folder = path.substring(0, end);
            if (!isThere(folder)) {
                return folder;
            }
        }
        return path;
    }

    /** Moves what is staged into its place, and removes files of ours that the site no longer has. */
    public Changes publish() throws IOException {
        if (!moves.isEmpty()) {
            write(after.and(before));
        }
        try {
            moves.entrySet().parallelStream().forEach(this::moveIntoPlace);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        int removed = before.isWithin(after) ? 0 : sweep().below(root);
        write(after);
        published = true;
        return new Changes(written.intValue(), unchanged.intValue(), removed);
    }

    private Sweep sweep() {
        return new Sweep(root, own, before, wanted, diagnostics);
    }

    private void moveIntoPlace(Map.Entry<String, Path> move) {
        String unit = move.getKey();
        Path target = root.resolve(unit);
        try {
            if (leaving.contains(unit)) {
                sweep().below(target);
            } else if (!wanted.contains(unit) && before.owns(Digest.of(unit))) {
                // A folder in the place of a file of ours.
                Files.deleteIfExists(target);
            }
            Files.move(move.getValue(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException moved) {
            // Folders whose names differ by case wait as one on a disk that does not tell these apart.
            if (!Files.isDirectory(target)) {
                throw new UncheckedIOException(moved);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(Manifest manifest) throws IOException {
        byte[] content = manifest.bytes();
        if (Files.isRegularFile(list) && Arrays.equals(Files.readAllBytes(list), content)) {
            return;
        }
        Path temporary = staging.single();
        Files.write(temporary, content);
        Files.move(temporary, list, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes every file of ours, and the folder if nothing else is in it. */
    public Changes clear() throws IOException {
        int removed = sweep().below(root);
        published = true;
        Staging.deleteAll(own);
        if (isEmpty(root, own)) {
            Files.delete(root);
        }
        return new Changes(0, 0, removed);
    }

    /** Whether there is nothing in a folder, or nothing else than one thing. */
    private static boolean isEmpty(Path folder, Path butFor) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.allMatch(butFor::equals);
        }
    }

    /** Forgets what is staged, and lets the next build in. */
    @Override
    public void close() throws IOException {
        boolean leavesNothing = !published && !existed;
        try {
            staging.remove();
            if (leavesNothing) {
                lock.remove();
            }
        } finally {
            lock.close();
        }
        if (leavesNothing) {
            try {
                Files.deleteIfExists(own);
                Files.deleteIfExists(root);
            } catch (DirectoryNotEmptyException usedByOthers) {
                // Files of others, or a build that waited for this one.
            }
        }
    }
}
