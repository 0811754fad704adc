package dev.byline.image;

import dev.byline.site.ImageFormat;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Copies an image without what its camera or program wrote beside the pixels: place, time, owner, serial numbers,
 * previews, comments. The pixels and the colour profile stay as they are, byte for byte.
 *
 * <p>Streams: an image of any size needs little memory.
 */
final class Originals {
    /** PNG chunks that tell of people and programs, and not of pixels (PNG 3, 11.3). */
    private static final Set<String> PNG_DROPPED = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME", "dSIG", "caBX");

    private static final Set<String> WEBP_DROPPED = Set.of("EXIF", "XMP ");
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);

    private Originals() {}

    /** Copies; a format that is not known to carry such things is copied whole. */
    static void copy(InputStream from, OutputStream out, ImageFormat format) throws IOException {
        DataInputStream in = new DataInputStream(from);
        switch (format) {
            case JPEG -> jpeg(in, out);
            case PNG -> png(in, out);
            case WEBP -> webp(in, out);
            default -> in.transferTo(out);
        }
    }

    /** Drops every application segment but JFIF, the colour profile and Adobe's colour transform (ITU T.81, B.2.4). */
    private static void jpeg(DataInputStream in, OutputStream out) throws IOException {
        out.write(in.readNBytes(2));
        while (true) {
            int marker = marker(in);
            if (marker == 0xDA) {
                // The scan and all that follows: pixels to the end.
                out.write(new byte[] {(byte) 0xFF, (byte) marker});
                in.transferTo(out);
                return;
            }
            if (marker == 0xD9) {
                out.write(new byte[] {(byte) 0xFF, (byte) marker});
                return;
            }
            int length = in.readUnsignedShort();
            byte[] segment = in.readNBytes(Math.max(0, length - 2));
            if (segment.length < length - 2) {
                throw new EOFException();
            }
            if (stays(marker, segment)) {
                out.write(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
                out.write(segment);
            }
        }
    }

    private static int marker(DataInputStream in) throws IOException {
        int read = in.readUnsignedByte();
        if (read != 0xFF) {
            throw new IOException("not a marker");
        }
        while (read == 0xFF) {
            read = in.readUnsignedByte();
        }
        return read;
    }

    private static boolean stays(int marker, byte[] segment) {
        boolean application = marker >= 0xE0 && marker <= 0xEF;
        boolean comment = marker == 0xFE;
        return !comment
                && (!application
                        || marker == 0xE0
                        || (marker == 0xE2 && startsWith(segment, ICC))
                        || (marker == 0xEE && startsWith(segment, ADOBE)));
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && java.util.Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static void png(DataInputStream in, OutputStream out) throws IOException {
        out.write(in.readNBytes(8));
        while (true) {
            byte[] head = in.readNBytes(8);
            if (head.length < 8) {
                throw new EOFException();
            }
            long length = Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt()) + 4;
            String type = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
            OutputStream to = PNG_DROPPED.contains(type) ? OutputStream.nullOutputStream() : out;
            to.write(head);
            pass(in, to, length);
            if (type.equals("IEND")) {
                return;
            }
        }
    }

    /** A RIFF file says its length first, so what stays is held until that is known (RFC 9649). */
    private static void webp(DataInputStream in, OutputStream out) throws IOException {
        byte[] riff = in.readNBytes(12);
        java.io.ByteArrayOutputStream kept = new java.io.ByteArrayOutputStream();
        for (byte[] head = in.readNBytes(8); head.length == 8; head = in.readNBytes(8)) {
            String type = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
            long length = Integer.toUnsignedLong(
                    ByteBuffer.wrap(head, 4, 4).order(ByteOrder.LITTLE_ENDIAN).getInt());
            long padded = length + (length & 1);
            if (WEBP_DROPPED.contains(type)) {
                pass(in, OutputStream.nullOutputStream(), padded);
                continue;
            }
            kept.write(head);
            if (type.equals("VP8X")) {
                byte[] flags = in.readNBytes((int) Math.min(padded, 64));
                // Bits 2 and 3 say that XMP and EXIF follow.
                flags[0] &= (byte) ~0b0000_1100;
                kept.write(flags);
            } else {
                pass(in, kept, padded);
            }
        }
        out.write(riff, 0, 4);
        out.write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(kept.size() + 4)
                .array());
        out.write(riff, 8, 4);
        kept.writeTo(out);
    }

    private static void pass(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
