package dev.byline.theme;

import java.io.Writer;
import java.util.Arrays;

/**
 * Takes text and holds it in UTF-8: a page goes to a file, and a string between the two would be copied twice. What is no
 * character, half of a pair, becomes a question mark, as everywhere in Java. Not for several threads.
 */
final class Utf8 extends Writer {
    /** Most pages fit. */
    private static final int PAGE = 1 << 15;

    /** No character takes more than three bytes, and no pair of two more than four. */
    private static final int WIDEST = 3;

    private static final char NONE = 0;

    private final char[] part = new char[1 << 11];
    private byte[] bytes = new byte[PAGE];
    private int length;
    /** The first half of a pair, until the other half comes. */
    private char high = NONE;

    @Override
    public void write(String text, int from, int count) {
        for (int done = 0; done < count; ) {
            int size = Math.min(part.length, count - done);
            text.getChars(from + done, from + done + size, part, 0);
            write(part, 0, size);
            done += size;
        }
    }

    @Override
    public void write(String text) {
        write(text, 0, text.length());
    }

    @Override
    public void write(int c) {
        part[0] = (char) c;
        write(part, 0, 1);
    }

    @Override
    public void write(char[] text, int from, int count) {
        int most = length + WIDEST * (count + 1);
        if (bytes.length < most) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, most));
        }
        byte[] to = bytes;
        int at = length;
        int end = from + count;
        for (int i = from; i < end; i++) {
            char c = text[i];
            if (c < 0x80 && high == NONE) {
                // In a run, since nearly all text is one.
                to[at++] = (byte) c;
                while (i + 1 < end && text[i + 1] < 0x80) {
                    to[at++] = (byte) text[++i];
                }
            } else {
                at = put(c, to, at);
            }
        }
        length = at;
    }

    /** A character beyond ASCII, or the first behind half of a pair; says where the next one goes. */
    private int put(char c, byte[] to, int from) {
        int at = from;
        if (high != NONE) {
            char first = high;
            high = NONE;
            if (Character.isLowSurrogate(c)) {
                return pair(Character.toCodePoint(first, c), to, at);
            }
            to[at++] = '?';
        }
        if (c < 0x80) {
            to[at++] = (byte) c;
        } else if (c < 0x800) {
            to[at++] = (byte) (0xC0 | (c >> 6));
            to[at++] = (byte) (0x80 | (c & 0x3F));
        } else if (Character.isHighSurrogate(c)) {
            high = c;
        } else if (Character.isLowSurrogate(c)) {
            to[at++] = '?';
        } else {
            to[at++] = (byte) (0xE0 | (c >> 12));
            to[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            to[at++] = (byte) (0x80 | (c & 0x3F));
        }
        return at;
    }

    private static int pair(int c, byte[] to, int from) {
        int at = from;
        to[at++] = (byte) (0xF0 | (c >> 18));
        to[at++] = (byte) (0x80 | ((c >> 12) & 0x3F));
        to[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        to[at++] = (byte) (0x80 | (c & 0x3F));
        return at;
    }

    /** All that was written. */
    byte[] bytes() {
        if (high != NONE) {
            // The other half never came; there is room for it, since it takes more than its mark.
            bytes[length++] = '?';
            high = NONE;
        }
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void flush() {
        // Everything is here already.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
