package dev.byline.memory;

import dev.byline.site.Html;
import dev.byline.source.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Rendered texts on a disk, one behind the other: a site's texts are more than its memory holds. Nothing in it is ever
 * changed. Threads may share it.
 */
final class Shelf implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final AtomicLong end;

    private Shelf(Path file, FileChannel channel, long end) {
        this.file = file;
        this.channel = channel;
        this.end = new AtomicLong(end);
    }

    /**
     * Where a text lies.
     *
     * @param from in bytes
     * @param length in bytes
     * @param fingerprint of those bytes
     */
    record Slot(long from, int length, long fingerprint) {}

    /** A new one. */
    static Shelf fresh(Path file) throws IOException {
        return new Shelf(
                file,
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE),
                0);
    }

    /** A new one that is gone with its process, or before. */
    static Shelf passing() throws IOException {
        Path file = Files.createTempFile("byline-texts", "");
        return new Shelf(
                file,
                FileChannel.open(
                        file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE),
                0);
    }

    /**
     * One that a build before has left.
     *
     * @param length as far as that build had written it: what lies behind was never finished
     */
    static Shelf open(Path file, long length) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (NoSuchFileException missing) {
            throw new DamagedMemory("the texts are missing");
        }
        if (channel.size() < length) {
            channel.close();
            throw new DamagedMemory("a part of the texts is missing");
        }
        return new Shelf(file, channel, length);
    }

    Path file() {
        return file;
    }

    long length() {
        return end.get();
    }

    /** Takes a text; empty where there is no room left for it. */
    Optional<Slot> put(String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        long from = end.getAndAdd(bytes.length);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) {
                channel.write(rest, from + rest.position());
            }
        } catch (IOException full) {
            return Optional.empty();
        }
        return Optional.of(new Slot(from, bytes.length, Fingerprint.of(bytes)));
    }

    /** A text that is read when somebody asks for it. */
    Html html(Slot slot) {
        return Html.from(() -> get(slot));
    }

    private String get(Slot slot) {
        ByteBuffer bytes = ByteBuffer.allocate(slot.length());
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, slot.from() + bytes.position()) < 0) {
                    throw new DamagedMemory("a part of the texts is missing");
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (Fingerprint.of(bytes.array()) != slot.fingerprint()) {
            throw new DamagedMemory("a text is not as it was written");
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
