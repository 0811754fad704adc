package dev.byline.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A check value of 64 bits in hexadecimal: tells what Byline wrote from what somebody made of it by chance or by hand, at
 * the speed of memory. Not against intent: who can write into an output folder needs no collision.
 */
final class Check {
    private final CRC32C first = new CRC32C();
    private final CRC32 second = new CRC32();

    private Check() {}

    static String of(byte[] bytes) {
        Check check = new Check();
        check.update(bytes, 0, bytes.length);
        return check.value();
    }

    /** Of a file, however large. */
    static String of(Path file) throws IOException {
        return copy(file, OutputStream.nullOutputStream());
    }

    /** Copies a file and checks it on the way. */
    static String copy(Path source, OutputStream target) throws IOException {
        Check check = new Check();
        try (InputStream in = Files.newInputStream(source);
                OutputStream out = check.before(target)) {
            in.transferTo(out);
        }
        return check.value();
    }

    private OutputStream before(OutputStream target) {
        return new FilterOutputStream(target) {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                update(bytes, from, length);
                out.write(bytes, from, length);
            }
        };
    }

    private void update(byte[] bytes, int from, int length) {
        first.update(bytes, from, length);
        second.update(bytes, from, length);
    }

    private String value() {
        return HexFormat.of().toHexDigits(first.getValue() << 32 | second.getValue());
    }
}
