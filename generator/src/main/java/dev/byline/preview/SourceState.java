package dev.byline.preview;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a site's sources stand: names, sizes, times and places on the disk. Between two that are equal nothing was edited.
 *
 * <p>Looking survives every editor's way of saving and every kind of disk. For one thread.
 */
final class SourceState {
    private final Map<Path, String> files = new TreeMap<>();

    private SourceState() {}

    /** Looks at everything. */
    static SourceState of(Sources sources) throws IOException {
        SourceState state = new SourceState();
        Files.walkFileTree(
                sources.root(), EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return sources.hold(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (sources.count(file)) {
                            state.files.put(file, print(attributes));
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
        return state;
    }

    private static String print(BasicFileAttributes attributes) {
        return attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey();
    }

    /**
     * Takes in how one file stands now; where a folder is no longer there, its files are not either.
     *
     * @return whether that is news
     */
    boolean note(Path path) {
        Optional<String> print = print(path);
        return print.isPresent()
                ? !print.get().equals(files.put(path, print.get()))
                : files.keySet().removeIf(file -> file.startsWith(path));
    }

    private static Optional<String> print(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isDirectory() ? Optional.empty() : Optional.of(print(attributes));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The files that do not stand as they did. */
    Set<Path> since(SourceState before) {
        Set<Path> changed = new TreeSet<>(before.files.keySet());
        changed.addAll(files.keySet());
        changed.removeIf(file -> Objects.equals(before.files.get(file), files.get(file)));
        return changed;
    }
}
