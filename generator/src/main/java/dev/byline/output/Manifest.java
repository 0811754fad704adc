package dev.byline.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which files of an output folder Byline wrote, and what it wrote into them.
 *
 * <p>It holds digests of paths, not paths: whoever reads it learns no address of an unlisted piece, and a forged one can
 * name no file outside the folder, because files are found by walking the folder and only then looked up here.
 */
final class Manifest {
    private static final String HEAD = "byline files 1";
    private static final Pattern LINE = Pattern.compile("[0-9a-f]{32} [0-9a-f]{32}");

    /** Digest of the path -> digests of what may stand there: more than one while a build is under way. */
    private final Map<String, Set<String>> files;

    private Manifest(Map<String, Set<String>> files) {
        this.files = files;
    }

    static Manifest empty() {
        return new Manifest(new HashMap<>());
    }

    /** Reads a manifest; one that is missing or damaged owns nothing, so that nothing of others is lost by it. */
    static Manifest read(Path file) throws IOException {
        Manifest manifest = empty();
        if (!Files.isRegularFile(file)) {
            return manifest;
        }
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            return manifest;
        }
        for (String line : lines.subList(1, lines.size())) {
            if (LINE.matcher(line).matches()) {
                manifest.add(line.substring(0, 32), line.substring(33));
            }
        }
        return manifest;
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        new TreeMap<>(files)
                .forEach((path, contents) -> contents.forEach(
                        content -> text.append(path).append(' ').append(content).append('\n')));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean owns(String path) {
        return files.containsKey(Digest.of(path));
    }

    /** Whether this is what Byline wrote there, rather than what somebody made of it. */
    boolean wrote(String path, String content) {
        return files.getOrDefault(Digest.of(path), Set.of()).contains(content);
    }

    void put(String path, String content) {
        add(Digest.of(path), content);
    }

    private void add(String path, String content) {
        files.computeIfAbsent(path, p -> new TreeSet<>()).add(content);
    }

    /** What this one or another owns. */
    Manifest and(Manifest other) {
        Manifest both = empty();
        files.forEach((path, contents) -> contents.forEach(content -> both.add(path, content)));
        other.files.forEach((path, contents) -> contents.forEach(content -> both.add(path, content)));
        return both;
    }
}
