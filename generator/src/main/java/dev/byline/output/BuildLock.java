package dev.byline.output;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Lets one build at a time work on a folder, whether the other is a thread here or another process. */
final class BuildLock implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Path file;
    private final FileChannel channel;

    private BuildLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of a folder, and makes the folder where it is missing.
     *
     * @param waiting told once, when it turns out that another build has it
     */
    static BuildLock take(Path folder, Runnable waiting) throws IOException {
        Runnable tellOnce = once(waiting);
        while (true) {
            Optional<BuildLock> lock = open(folder);
            if (lock.isPresent()) {
                if (lock.get().isWonAfter(tellOnce)) {
                    return lock.get();
                }
                lock.get().close();
            }
        }
    }

    private static Runnable once(Runnable waiting) {
        boolean[] told = {false};
        return () -> {
            if (!told[0]) {
                told[0] = true;
                waiting.run();
            }
        };
    }

    /** Empty where another build, that is just ending, has removed the folder in between. */
    private static Optional<BuildLock> open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("lock");
        try {
            return Optional.of(
                    new BuildLock(file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)));
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        }
    }

    /**
     * Waits, and does not close the channel meanwhile: where locks belong to processes, that would take the lock from
     * another thread of this one. A build that leaves no folder behind removes its lock as well; a lock on a file that
     * is gone holds nobody off, so it is not won.
     */
    private boolean isWonAfter(Runnable waiting) throws IOException {
        try {
            Object opened = key();
            while (!isFree()) {
                waiting.run();
                pause();
            }
            return Objects.equals(opened, key());
        } catch (NoSuchFileException removed) {
            return false;
        }
    }

    private boolean isFree() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    private Object key() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static void pause() throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another build was at work");
        }
    }

    /** Removes the file, while nobody else can have it. */
    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
