package dev.byline.memory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what a {@link Packer} wrote.
 *
 * <p>Bytes that are none of its are told by an exception: of indexes out of bounds, of negative sizes, or of arguments.
 */
final class Unpacker {
    private final byte[] bytes;
    private int at;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    int number() {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = bytes[at++];
            number |= (part & 0x7F) << shift;
            if (part >= 0) {
                return number;
            }
        }
    }

    long bits() {
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = (number << 8) | (bytes[at++] & 0xFF);
        }
        return number;
    }

    boolean flag() {
        return number() == 1;
    }

    byte[] part() {
        int length = number();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    String text() {
        int length = number();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    <T> List<T> all(Function<Unpacker, T> each) {
        int count = number();
        List<T> items = new ArrayList<>(Math.min(count, 1 << 16));
        for (int i = 0; i < count; i++) {
            items.add(each.apply(this));
        }
        return items;
    }
}
