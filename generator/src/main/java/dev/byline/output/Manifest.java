package dev.byline.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files of an output folder Byline wrote, and what it wrote into them.
 *
 * <p>It holds digests of paths, not paths: whoever reads it learns no address of an unlisted piece, and a forged one can
 * name no file outside the folder, because files are found by walking the folder and only then looked up here.
 *
 * <p>Paths are given by their {@link Digest}. Safe for use by several threads.
 */
final class Manifest {
    private static final String HEAD = "byline files 2";
    private static final String HEAD_OF_VERSION_1 = "byline files 1";
    private static final int DIGEST = 32;

    /** Digest of the path -> what may stand there: more than one while a build is under way. */
    private final Map<String, Set<Stamp>> files = new ConcurrentHashMap<>();

    /** When this was written, by the clock of the files' own file system. */
    private final long written;

    private Manifest(long written) {
        this.written = written;
    }

    static Manifest empty() {
        return new Manifest(Long.MIN_VALUE);
    }

    /** Reads a manifest; one that is missing or damaged owns nothing, so that nothing of others is lost by it. */
    static Manifest read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "a folder stands where Byline lists its files");
        }
        if (!Files.isRegularFile(file)) {
            return empty();
        }
        Manifest manifest = new Manifest(changed(Files.readAttributes(file, BasicFileAttributes.class)));
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        if (!lines.isEmpty() && (lines.get(0).equals(HEAD) || lines.get(0).equals(HEAD_OF_VERSION_1))) {
            lines.stream().skip(1).forEach(manifest::readLine);
        }
        return manifest;
    }

    private void readLine(String line) {
        if (line.length() > DIGEST && line.charAt(DIGEST) == ' ') {
            Stamp.read(line.substring(DIGEST + 1)).ifPresent(stamp -> add(line.substring(0, DIGEST), stamp));
        }
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        new TreeMap<>(files)
                .forEach((path, stamps) -> stamps.stream()
                        .map(Stamp::text)
                        .sorted()
                        .forEach(stamp ->
                                text.append(path).append(' ').append(stamp).append('\n')));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean owns(String path) {
        return files.containsKey(path);
    }

    /** Whether it owns nothing that another does not own. */
    boolean isWithin(Manifest other) {
        return other.files.keySet().containsAll(files.keySet());
    }

    /** Whether something that Byline wrote there was of this size. */
    boolean wroteSize(String path, long size) {
        return at(path).stream().anyMatch(stamp -> stamp.size() == size);
    }

    /** Whether this is what Byline wrote there, rather than what somebody made of it. */
    boolean wrote(String path, Path file, BasicFileAttributes attributes) throws IOException {
        if (!attributes.isRegularFile()) {
            return false;
        }
        if (at(path).stream().anyMatch(Stamp::isOfVersion1) && at(path).contains(new Stamp(Digest.of(file), -1, 0))) {
            return true;
        }
        return wroteSize(path, attributes.size()) && wrote(path, stampOf(path, file, attributes));
    }

    /** Whether Byline wrote a file of this stamp there, at whatever time. */
    boolean wrote(String path, Stamp stamp) {
        return at(path).stream().anyMatch(stamp::hasContentOf);
    }

    /**
     * The stamp of a file as it is now. It is read only where size and time do not tell: a file that was written in the
     * same tick of the clock as the manifest may have been changed in that tick, too.
     */
    Stamp stampOf(String path, Path file, BasicFileAttributes attributes) throws IOException {
        long changed = changed(attributes);
        List<Stamp> alike = at(path).stream()
                .filter(stamp -> stamp.size() == attributes.size() && stamp.changed() == changed)
                .toList();
        return alike.size() == 1 && changed < written
                ? alike.get(0)
                : new Stamp(Check.of(file), attributes.size(), changed);
    }

    static long changed(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    private Set<Stamp> at(String path) {
        return files.getOrDefault(path, Set.of());
    }

    void add(String path, Stamp stamp) {
        files.merge(
                path,
                Set.of(stamp),
                (some, others) ->
                        Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet()));
    }

    /** What this one or another owns. */
    Manifest and(Manifest other) {
        Manifest both = empty();
        for (Manifest one : List.of(this, other)) {
            one.files.forEach((path, stamps) -> stamps.forEach(stamp -> both.add(path, stamp)));
        }
        return both;
    }
}
