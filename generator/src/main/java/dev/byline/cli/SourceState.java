package dev.byline.cli;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a site's sources stand: names, sizes and times. Two that are equal need no build between them.
 *
 * <p>Looking is simpler than being told: it survives every editor's way of saving and every kind of disk.
 */
record SourceState(Map<String, String> files) {
    static SourceState of(Path site) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path target = site.resolve("target");
        Files.walkFileTree(
                site, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        boolean hidden = !folder.equals(site)
                                && folder.getFileName().toString().startsWith(".");
                        return folder.equals(target) || hidden
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        files.put(file.toString(), attributes.size() + " " + attributes.lastModifiedTime());
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return new SourceState(files);
    }
}
