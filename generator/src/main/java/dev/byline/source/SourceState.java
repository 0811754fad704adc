package dev.byline.source;

import dev.byline.site.Newsletter;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How a file of a site was when it was read.
 *
 * @param size in bytes
 * @param modified when it was last written, in nanoseconds since 1970 as far as the disk tells them
 * @param key what the file system calls it: a file that was replaced has another; empty where there is no such thing
 * @param head of what stands above its body; of a file without one, the same as {@code all}
 * @param all of all of it; of a file that is copied only, of its size and times
 * @param values what stood in its head, packed; empty where it has to be read again
 */
public record SourceState(long size, long modified, String key, long head, long all, Optional<PackedValues> values) {

    /** The time of a file that may have changed again since: it has to be read. */
    static final long UNKNOWN = Long.MIN_VALUE;

    /** Whether a file with these attributes is, as far as its disk tells, the one that was read. */
    boolean isOf(Found file) {
        return size == file.size() && modified == file.modified() && key.equals(file.key());
    }

    /**
     * A file that was found.
     *
     * @param path below the site's folder
     */
    record Found(String path, Path file, long size, long modified, String key) {
        static Found of(String path, Path file, BasicFileAttributes attributes) {
            return new Found(
                    path,
                    file,
                    attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    String.valueOf(attributes.fileKey()));
        }

        boolean isMarkdown() {
            return path.endsWith(".md");
        }

        boolean isLetter() {
            return path.endsWith("/" + Newsletter.FILE);
        }

        /**
         * The file as one that is copied only.
         *
         * @param settled until when the disk's clock tells two changes apart
         */
        SourceState copied(long settled) throws IOException {
            if (modified >= settled) {
                long content = Fingerprint.of(file);
                return new SourceState(size, UNKNOWN, key, content, content, Optional.empty());
            }
            long stamp = Fingerprint.mixed(Fingerprint.mixed(Fingerprint.mixed(0, size), modified), key);
            return new SourceState(size, modified, key, stamp, stamp, Optional.empty());
        }
    }
}
