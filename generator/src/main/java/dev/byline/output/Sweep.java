package dev.byline.output;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Removes files that were ours and are no longer wanted; folders that are empty go too. A file that somebody changed
 * stays, and is told.
 */
final class Sweep {
    private final Path root;
    private final Path own;
    private final Manifest before;
    private final Set<String> wanted;
    private final Diagnostics diagnostics;

    Sweep(Path root, Path own, Manifest before, Set<String> wanted, Diagnostics diagnostics) {
        this.root = root;
        this.own = own;
        this.before = before;
        this.wanted = wanted;
        this.diagnostics = diagnostics;
    }

    /**
     * Goes through a folder.
     *
     * @return how many files it removed
     */
    int below(Path start) throws IOException {
        Visitor visitor = new Visitor(inOneCase(wanted));
        Files.walkFileTree(start, visitor);
        return visitor.removed;
    }

    /** The files in a folder that {@link #below} would leave there: those of others, and ours that somebody changed. */
    List<Path> othersIn(Path folder) throws IOException {
        List<Path> others = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!before.wrote(Digest.of(name(file)), file, attributes)) {
                    others.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return others;
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    private static Map<String, String> inOneCase(Collection<String> paths) {
        Map<String, String> byLowerCase = new HashMap<>();
        paths.forEach(path -> byLowerCase.put(path.toLowerCase(Locale.ROOT), path));
        return byLowerCase;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Map<String, String> wantedInOneCase;
        /** How much stays in each folder that is being visited. */
        private final Deque<Integer> staying = new ArrayDeque<>();

        private int removed;

        private Visitor(Map<String, String> wantedInOneCase) {
            this.wantedInOneCase = wantedInOneCase;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(own)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            staying.push(0);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (isStale(file, attributes)) {
                Files.delete(file);
                removed++;
            } else {
                staying.push(staying.pop() + 1);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            boolean stays = staying.pop() > 0 || folder.equals(root) || !isRemoved(folder);
            if (stays && !staying.isEmpty()) {
                staying.push(staying.pop() + 1);
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isRemoved(Path folder) throws IOException {
            try {
                Files.delete(folder);
                return true;
            } catch (DirectoryNotEmptyException filledByOthers) {
                return false;
            }
        }

        private boolean isStale(Path file, BasicFileAttributes attributes) throws IOException {
            String path = name(file);
            if (wanted.contains(path)) {
                return false;
            }
            String digest = Digest.of(path);
            if (!before.owns(digest) || isWantedInOtherCase(file, path)) {
                return false;
            }
            if (!before.wrote(digest, file, attributes)) {
                diagnostics.warning(
                        Place.of(file.toString()),
                        "a page that is no longer built was changed by hand, so it stays",
                        "remove it yourself");
                return false;
            }
            return true;
        }

        /** On a disk that does not tell cases apart, a name that only changed its case is the name of a new file. */
        private boolean isWantedInOtherCase(Path file, String path) throws IOException {
            String other = wantedInOneCase.get(path.toLowerCase(Locale.ROOT));
            Path twin = other == null ? file : root.resolve(other);
            return other != null && Files.exists(twin) && Files.isSameFile(file, twin);
        }
    }
}
