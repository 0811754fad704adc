package dev.byline;

import dev.byline.source.Fingerprint;
import dev.byline.source.SiteFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/** The fingerprint of what everything in a site hangs on, so that a change of it makes all anew. */
final class Setting {
    /** What decides how a site is read as a whole. */
    private static final List<String> FILES = List.of(SiteFolder.SETTINGS, SiteFolder.SERVERS, SiteFolder.FORGOTTEN);

    private Setting() {}

    /** Of a site: its settings, its templates, and how it is built. */
    static long of(BuildRequest request) throws IOException {
        long all = Fingerprint.mixed(0, request.preview() ? "preview" : "site");
        all = Fingerprint.mixed(
                all, request.output().toAbsolutePath().normalize().toString());
        all = Fingerprint.mixed(
                all, request.drafts().toAbsolutePath().normalize().toString());
        all = Fingerprint.mixed(all, request.site().toAbsolutePath().normalize().toString());
        for (String file : FILES) {
            all = with(all, file, request.site().resolve(file));
        }
        Path templates = request.site().resolve("templates");
        if (Files.isDirectory(templates)) {
            try (Stream<Path> files = Files.walk(templates, FileVisitOption.FOLLOW_LINKS)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    all = with(all, templates.relativize(file).toString(), file);
                }
            }
        }
        return all;
    }

    private static long with(long all, String name, Path file) throws IOException {
        return Files.isRegularFile(file)
                ? Fingerprint.mixed(Fingerprint.mixed(all, name), Fingerprint.of(file))
                : Fingerprint.mixed(all, "");
    }

    /**
     * Of this Byline and the Java that runs it: its version, and where it comes from a file that is rewritten, that file's
     * size and time. Dates and numbers in words are Java's own.
     */
    static long ofByline() {
        long all = Fingerprint.mixed(0, Byline.version());
        all = Fingerprint.mixed(
                all, System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"));
        CodeSource source = Setting.class.getProtectionDomain().getCodeSource();
        try {
            Path from = source == null ? null : Path.of(source.getLocation().toURI());
            return from == null ? all : Fingerprint.mixed(all, newest(from));
        } catch (IOException | URISyntaxException | UncheckedIOException | IllegalArgumentException unknown) {
            return all;
        }
    }

    private static long newest(Path from) throws IOException {
        if (Files.isRegularFile(from)) {
            return Fingerprint.mixed(
                    Files.size(from), Files.getLastModifiedTime(from).toMillis());
        }
        try (Stream<Path> classes = Files.walk(from)) {
            return classes.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().lastModified())
                    .max()
                    .orElse(0);
        }
    }
}
