package dev.byline.memory;

import dev.byline.source.Fingerprint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a build's memory lies until the next one. Nothing about it is ever an error: where it cannot be read, written or had
 * alone, a build does all the work.
 */
public final class MemoryFolder implements AutoCloseable {
    private static final String INDEX = "memory";
    /** An index while it is written. */
    private static final String UNFINISHED = INDEX + ".new";

    private static final String TEXTS = "texts";
    private static final byte[] HEAD = "byline memory 1\n".getBytes(StandardCharsets.US_ASCII);

    /** A shelf smaller than this is not worth tidying. */
    private static final long SMALL = 16L << 20;

    private final Path folder;
    private final long version;
    private final boolean lasting;
    private final Optional<FileChannel> lockFile;
    private final Consumer<String> news;

    private MemoryFolder(
            Path folder, long version, boolean lasting, Optional<FileChannel> lockFile, Consumer<String> news) {
        this.folder = folder;
        this.version = version;
        this.lasting = lasting;
        this.lockFile = lockFile;
        this.news = news;
    }

    /**
     * Opens a folder for one build, or for one process that builds again and again.
     *
     * @param version the fingerprint of the Byline that builds: what another one left is not taken
     * @param news hears why nothing is remembered, if that is so
     * @throws IOException if there is not even a place for what is needed meanwhile
     */
    public static MemoryFolder open(Path folder, long version, Consumer<String> news) throws IOException {
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new MemoryFolder(folder, version, true, Optional.of(channel), news);
            }
            news.accept("Another Byline is at work with " + folder + ": nothing is remembered of this build.");
        } catch (OverlappingFileLockException heldInThisProcess) {
            news.accept("Another build is at work with " + folder + ": nothing is remembered of this one.");
        } catch (IOException refused) {
            news.accept(folder + " cannot be written, so nothing is remembered: " + reason(refused) + ".");
        }
        if (channel != null) {
            channel.close();
        }
        return new MemoryFolder(Files.createTempDirectory("byline-memory"), version, false, Optional.empty(), news);
    }

    private static String reason(IOException failed) {
        return failed.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    /** What the last build left; blank where that was none, or was another Byline, or is damaged. */
    public Memory load() throws IOException {
        if (!lasting) {
            return Memory.blank(folder);
        }
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(INDEX));
            Optional<byte[]> whole = unwrapped(bytes);
            if (whole.isPresent()) {
                return MemoryFile.read(whole.get(), folder);
            }
        } catch (java.nio.file.NoSuchFileException first) {
            // Nothing was built yet.
        } catch (DamagedMemory damaged) {
            news.accept("What was remembered of the last build is damaged, so all is built anew: "
                    + damaged.getMessage() + ".");
        } catch (IOException unreadable) {
            news.accept("What was remembered of the last build cannot be read, so all is built anew: "
                    + reason(unreadable) + ".");
        }
        return blank();
    }

    /** A memory without anything in it: what the last build left is thrown away. */
    public Memory blank() throws IOException {
        if (!lasting) {
            return Memory.blank(folder);
        }
        try {
            clear();
            return Memory.blank(folder);
        } catch (IOException refused) {
            news.accept(folder + " cannot be written, so nothing is remembered: " + reason(refused) + ".");
            return Memory.passing();
        }
    }

    /**
     * Removes what the last build left.
     *
     * @throws IOException if something stays
     */
    public void clear() throws IOException {
        if (lasting) {
            Files.deleteIfExists(folder.resolve(INDEX));
            tidy(Optional.empty());
        }
    }

    /** Head, version, fingerprint of the rest, the rest. */
    private Optional<byte[]> unwrapped(byte[] bytes) {
        int start = HEAD.length + 2 * Long.BYTES;
        if (bytes.length < start || !Arrays.equals(HEAD, 0, HEAD.length, bytes, 0, HEAD.length)) {
            throw new DamagedMemory("it is no memory of a build");
        }
        ByteBuffer numbers = ByteBuffer.wrap(bytes, HEAD.length, 2 * Long.BYTES);
        if (numbers.getLong() != version) {
            news.accept("Another Byline built this last, so all is built anew.");
            return Optional.empty();
        }
        if (numbers.getLong() != Fingerprint.of(bytes, start, bytes.length - start)) {
            throw new DamagedMemory("a part of it has changed");
        }
        return Optional.of(Arrays.copyOfRange(bytes, start, bytes.length));
    }

    /** Writes down what the next build may know. Where that cannot be done, the next one builds all anew. */
    public void save(Memory memory) {
        if (!lasting || !folder.equals(memory.shelf().file().getParent())) {
            return;
        }
        try {
            byte[] rest = MemoryFile.bytes(memory);
            ByteBuffer numbers =
                    ByteBuffer.allocate(2 * Long.BYTES).putLong(version).putLong(Fingerprint.of(rest));
            Path temporary = folder.resolve(UNFINISHED);
            try (FileChannel out = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer[] parts = {ByteBuffer.wrap(HEAD), numbers.flip(), ByteBuffer.wrap(rest)};
                while (parts[2].hasRemaining()) {
                    out.write(parts);
                }
            }
            Files.move(
                    temporary,
                    folder.resolve(INDEX),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            tidy(Optional.of(memory.shelf().file()));
        } catch (IOException failed) {
            news.accept(folder + " cannot be written, so nothing is remembered: " + reason(failed) + ".");
            forget();
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(folder.resolve(UNFINISHED));
            Files.deleteIfExists(folder.resolve(INDEX));
        } catch (IOException stays) {
            news.accept(folder.resolve(INDEX) + " is no longer true, and cannot be removed.");
        }
    }

    /** Whether most of a shelf is of texts that are no more. */
    public static boolean isMostlyOld(Memory memory) {
        long used = memory.texts().values().stream()
                .mapToLong(text -> text.slot().length())
                .sum();
        return memory.shelf().length() > SMALL && memory.shelf().length() > 2 * used;
    }

    /** Removes the texts of builds before, and what one that was killed has not finished. */
    private void tidy(Optional<Path> kept) throws IOException {
        Files.deleteIfExists(folder.resolve(UNFINISHED));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, TEXTS + "*")) {
            for (Path file : files) {
                if (kept.filter(file::equals).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (lockFile.isPresent()) {
            lockFile.get().close();
        }
        if (!lasting) {
            tidy(Optional.empty());
            Files.deleteIfExists(folder);
        }
    }
}
