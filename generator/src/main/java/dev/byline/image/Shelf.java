package dev.byline.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps what is dear to make, by what it was made of. Each key has a folder, which is whole or not there: it is made
 * aside and moved into its place, and {@code done} in it names its files with their sizes. What is damaged is made anew;
 * all of it may be deleted at any time.
 *
 * <p>Threads may share it: what two want at once is made once.
 */
final class Shelf {
    private static final String DONE = "done";

    private final Path root;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    Shelf(Path root) {
        this.root = root;
    }

    /** Makes the files of a key in a folder. */
    interface Maker {
        void make(Path folder) throws IOException;
    }

    /**
     * The folder of a key, made now where it is missing.
     *
     * @param key the digest of all that the files are made of
     * @throws IOException what the maker throws; nothing is kept then
     */
    Path folder(String key, Maker maker) throws IOException {
        Path folder = root.resolve(key.substring(0, 2)).resolve(key);
        synchronized (locks.computeIfAbsent(key, k -> new Object())) {
            if (!isWhole(folder)) {
                make(folder, maker);
            }
        }
        return folder;
    }

    private void make(Path folder, Maker maker) throws IOException {
        Files.createDirectories(folder.getParent());
        Path aside = folder.resolveSibling(folder.getFileName() + "." + UUID.randomUUID());
        Files.createDirectory(aside);
        try {
            maker.make(aside);
            Files.write(aside.resolve(DONE), sizes(aside));
            delete(folder);
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(aside);
        }
    }

    private static List<String> sizes(Path folder) throws IOException {
        List<String> sizes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                sizes.add(Files.size(file) + " " + file.getFileName());
            }
        }
        return sizes;
    }

    private static boolean isWhole(Path folder) {
        Path done = folder.resolve(DONE);
        if (!Files.isRegularFile(done)) {
            return false;
        }
        try {
            Map<String, String> found = new TreeMap<>();
            for (String line : sizes(folder)) {
                String[] parts = line.split(" ", 2);
                found.put(parts[1], parts[0]);
            }
            found.remove(DONE);
            Map<String, String> promised = new TreeMap<>();
            for (String line : Files.readAllLines(done)) {
                String[] parts = line.split(" ", 2);
                promised.put(parts[parts.length - 1], parts[0]);
            }
            return found.equals(promised);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }
}
