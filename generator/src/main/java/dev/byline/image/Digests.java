package dev.byline.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The digests of files, remembered between builds by path, size and time of change, so that gigabytes of photographs are
 * not read again only to see that they are the same.
 *
 * <p>A file that was changed less than two seconds before the memory was written is read again: some disks count time
 * that coarsely. Threads may share it.
 */
final class Digests {
    private static final long COARSEST_CLOCK_MILLIS = 2_000;

    private record Known(long size, long changed, String digest) {}

    private final Path memory;
    private final Map<String, Known> before = new TreeMap<>();
    private final SortedMap<String, Known> now = Collections.synchronizedSortedMap(new TreeMap<>());
    private long remembered;

    Digests(Path memory) {
        this.memory = memory;
        try {
            if (Files.isRegularFile(memory)) {
                remembered = Files.getLastModifiedTime(memory).toMillis();
                Files.readAllLines(memory).forEach(this::read);
            }
        } catch (IOException unreadable) {
            // Then nothing is remembered.
            before.clear();
        }
    }

    private void read(String line) {
        String[] parts = line.split("\t", 4);
        if (parts.length == 4
                && parts[0].matches("[0-9a-f]{64}")
                && parts[1].matches("\\d{1,18}")
                && parts[2].matches("\\d{1,18}")) {
            before.put(parts[3], new Known(Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[0]));
        }
    }

    String of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        String name = file.toAbsolutePath().normalize().toString();
        long changed = attributes.lastModifiedTime().toMillis();
        Known known = before.get(name);
        boolean same = known != null
                && known.size == attributes.size()
                && known.changed == changed
                && changed + COARSEST_CLOCK_MILLIS < remembered;
        String digest = same ? known.digest : read(file);
        now.put(name, new Known(attributes.size(), changed, digest));
        return digest;
    }

    private static String read(Path file) throws IOException {
        MessageDigest digest = start();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of a text. */
    static String of(String text) {
        return HexFormat.of().formatHex(start().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Writes down what is known now, for the next build. */
    void remember() {
        if (now.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        now.forEach((name, known) -> {
            if (name.indexOf('\n') < 0) {
                text.append(known.digest)
                        .append('\t')
                        .append(known.size)
                        .append('\t')
                        .append(known.changed);
                text.append('\t').append(name).append('\n');
            }
        });
        try {
            Files.createDirectories(memory.getParent());
            Path temporary = memory.resolveSibling(memory.getFileName() + ".tmp");
            Files.writeString(temporary, text);
            Files.move(temporary, memory, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
