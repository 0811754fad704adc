package dev.byline.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where files wait until the whole build is good.
 *
 * <p>What goes into a folder that is not there yet waits in a tree of the same paths, so that the folder can be moved with
 * all that is in it. What goes into a folder that is there has to be moved by itself, and waits in no folder of its own.
 *
 * <p>Safe for use by several threads.
 */
final class Staging {
    private final Path folder;
    private final Path tree;
    private final Path single;
    private final AtomicInteger names = new AtomicInteger();
    private final Set<Path> made = ConcurrentHashMap.newKeySet();

    private Staging(Path folder) {
        this.folder = folder;
        this.tree = folder.resolve("tree");
        this.single = folder.resolve("single");
    }

    /** In a folder, which is emptied of what a killed build left. */
    static Staging in(Path folder) throws IOException {
        Staging staging = new Staging(folder);
        staging.remove();
        Files.createDirectories(staging.tree);
        Files.createDirectory(staging.single);
        staging.made.add(staging.tree);
        return staging;
    }

    /** Where a file waits that is moved by itself. */
    Path single() {
        return single.resolve(Integer.toString(names.incrementAndGet()));
    }

    /** Where a file waits that is moved with a folder; the folders around it are made. */
    Path inTree(String path) throws IOException {
        Path file = tree(path);
        make(file.getParent());
        return file;
    }

    /** Where a folder waits. */
    Path tree(String path) {
        return tree.resolve(path);
    }

    private void make(Path wanted) throws IOException {
        if (made.contains(wanted)) {
            return;
        }
        make(wanted.getParent());
        try {
            Files.createDirectory(wanted);
        } catch (FileAlreadyExistsException other) {
            // Another thread was faster. A file of this name is told by whoever writes below it.
        }
        made.add(wanted);
    }

    void remove() throws IOException {
        deleteAll(folder);
    }

    /** Removes a folder with all that is in it. */
    static void deleteAll(Path folder) throws IOException {
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
