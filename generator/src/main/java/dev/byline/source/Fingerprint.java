package dev.byline.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * 64 bits that tell whether something is as it was: not against intent, which could only deceive its own build.
 *
 * <p>Of bytes, two checksums of different polynomials, which every Java platform computes at the speed of its memory, also
 * in a process that has only just begun; a SHA-256 would cost such a process more than it spares. Values are mixed one into
 * the other, in order.
 */
public final class Fingerprint {
    /** Of nothing. */
    public static final long NONE = 0;

    /** Odd, with its bits spread: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private Fingerprint() {}

    public static long of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    public static long of(byte[] bytes, int from, int length) {
        CRC32 high = new CRC32();
        high.update(bytes, from, length);
        CRC32C low = new CRC32C();
        low.update(bytes, from, length);
        return mixed((high.getValue() << 32) | low.getValue(), length);
    }

    /** Of a file, however large. */
    public static long of(Path file) throws IOException {
        CRC32 high = new CRC32();
        CRC32C low = new CRC32C();
        byte[] part = new byte[1 << 16];
        long length = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                high.update(part, 0, read);
                low.update(part, 0, read);
                length += read;
            }
        }
        return mixed((high.getValue() << 32) | low.getValue(), length);
    }

    public static long of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One after the other: the order counts. */
    public static long mixed(long before, long next) {
        // One more, so that even nothing leaves a trace.
        long mixed = (before ^ next) * SPREAD + next + 1;
        return mixed ^ (mixed >>> 32);
    }

    public static long mixed(long before, String next) {
        long mixed = before;
        for (int i = 0; i < next.length(); i++) {
            mixed = (mixed ^ next.charAt(i)) * SPREAD;
            mixed ^= mixed >>> 32;
        }
        return mixed(mixed, next.length());
    }
}
