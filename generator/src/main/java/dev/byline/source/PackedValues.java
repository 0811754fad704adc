package dev.byline.source;

import dev.byline.diagnostic.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values at the head of a file, as few bytes: so a build that follows need not read YAML again. Immutable. */
public final class PackedValues {
    private static final int PLAIN = 0;
    private static final int QUOTED = 1;
    private static final int SEQUENCE = 2;
    private static final int MAPPING = 3;

    private final byte[] bytes;
    private final int bodyAt;
    private final int bodyLine;

    /**
     * Values that were packed before.
     *
     * @param bytes the values; not to be changed from now on
     * @param bodyAt where the body begins, in characters
     * @param bodyLine the line on which it begins, from 1
     */
    public PackedValues(byte[] bytes, int bodyAt, int bodyLine) {
        this.bytes = bytes;
        this.bodyAt = bodyAt;
        this.bodyLine = bodyLine;
    }

    /** The values; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the body begins, in characters. */
    public int bodyAt() {
        return bodyAt;
    }

    /** The line on which the body begins, from 1. */
    public int bodyLine() {
        return bodyLine;
    }

    static PackedValues of(Value.Mapping values, int bodyAt, int bodyLine) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try {
            write(values, new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new PackedValues(bytes.toByteArray(), bodyAt, bodyLine);
    }

    private static void write(Value value, DataOutputStream out) throws IOException {
        if (value instanceof Value.Scalar scalar) {
            out.writeByte(scalar.plain() ? PLAIN : QUOTED);
            write(scalar.place(), out);
            text(scalar.text(), out);
        } else if (value instanceof Value.Sequence sequence) {
            out.writeByte(SEQUENCE);
            write(sequence.place(), out);
            out.writeInt(sequence.items().size());
            for (Value item : sequence.items()) {
                write(item, out);
            }
        } else if (value instanceof Value.Mapping mapping) {
            out.writeByte(MAPPING);
            write(mapping.place(), out);
            out.writeInt(mapping.entries().size());
            for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                text(entry.getKey(), out);
                write(entry.getValue().key(), out);
                write(entry.getValue().value(), out);
            }
        }
    }

    private static void write(Place place, DataOutputStream out) throws IOException {
        out.writeInt(place.line());
        out.writeInt(place.column());
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] utf8 = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    /**
     * The values.
     *
     * @param file the file that they stand in
     */
    Value.Mapping values(Place file) {
        try {
            return (Value.Mapping) read(file, new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Value read(Place file, DataInputStream in) throws IOException {
        int kind = in.readByte();
        Place place = place(file, in);
        if (kind == SEQUENCE) {
            int count = in.readInt();
            List<Value> items = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                items.add(read(file, in));
            }
            return new Value.Sequence(items, place);
        }
        if (kind == MAPPING) {
            int count = in.readInt();
            Map<String, Value.Entry> entries = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                String key = text(in);
                Place at = place(file, in);
                entries.put(key, new Value.Entry(at, read(file, in)));
            }
            return new Value.Mapping(entries, place);
        }
        return new Value.Scalar(text(in), kind == PLAIN, place);
    }

    private static Place place(Place file, DataInputStream in) throws IOException {
        int line = in.readInt();
        return file.at(line, in.readInt());
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] utf8 = new byte[in.readInt()];
        in.readFully(utf8);
        return new String(utf8, java.nio.charset.StandardCharsets.UTF_8);
    }
}
