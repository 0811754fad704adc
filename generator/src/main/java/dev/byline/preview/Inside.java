package dev.byline.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is given out of a folder: its files, and nothing from outside of it. Threads may share it. */
record Inside(Path folder) {
    /** Byline's own notes about a folder that it writes. */
    private static final String OWN = ".byline";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("md", "text/plain; charset=utf-8"),
            Map.entry("eml", "message/rfc822"),
            Map.entry("xml", "application/xml; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("woff2", "font/woff2"));

    Inside(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Whether a path names a folder, but does not say so by a slash. */
    boolean isFolderWithoutSlash(String path) {
        return !path.isEmpty()
                && !path.endsWith("/")
                && file(path).filter(Files::isDirectory).isPresent();
    }

    /** The file of this path, or the index of the folder. */
    Optional<Path> find(String path) {
        return file(path)
                .map(found -> Files.isDirectory(found) ? found.resolve("index.html") : found)
                .filter(Files::isRegularFile);
    }

    /** What is in the file of this path, unless it is gone by now. */
    Optional<byte[]> read(String path) {
        Optional<Path> file = find(path);
        try {
            return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    /** What the file of this path is, by its name. */
    String type(String path) {
        return find(path).map(Inside::type).orElse("application/octet-stream");
    }

    /** The file that a path names, unless it is outside the folder or Byline's own. */
    private Optional<Path> file(String path) {
        try {
            Path file = folder.resolve(path).normalize();
            return Optional.of(file).filter(f -> f.startsWith(folder) && !f.startsWith(folder.resolve(OWN)));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }
}
