package dev.byline.memory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;

/** Writes values one after the other, as few bytes. */
final class Packer {
    private byte[] bytes = new byte[1 << 16];
    private int length;

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length + (bytes.length >> 1)));
        }
    }

    /** Small numbers take few bytes; negative ones take five. */
    Packer add(int number) {
        room(5);
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    Packer add(long number) {
        room(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (number >>> shift);
        }
        return this;
    }

    Packer add(boolean flag) {
        return add(flag ? 1 : 0);
    }

    Packer add(byte[] part) {
        add(part.length);
        room(part.length);
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
        return this;
    }

    Packer add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    <T> Packer addAll(Collection<T> items, BiConsumer<Packer, T> each) {
        add(items.size());
        items.forEach(item -> each.accept(this, item));
        return this;
    }
}
