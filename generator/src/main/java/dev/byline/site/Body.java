package dev.byline.site;

import java.lang.ref.SoftReference;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The Markdown below the front matter. It is held as long as there is room, and read again otherwise: a site of a hundred
 * thousand pieces is larger than the memory that it is built in.
 */
public final class Body {
    private final Supplier<String> source;
    private final int firstLine;
    private volatile SoftReference<String> held;

    private Body(Supplier<String> source, int firstLine, SoftReference<String> held) {
        this.source = source;
        this.firstLine = firstLine;
        this.held = held;
    }

    /**
     * A body that is at hand.
     *
     * @param markdown with {@code \n} at the ends of lines
     * @param firstLine the line of the file on which it begins, from 1
     */
    public Body(String markdown, int firstLine) {
        this(() -> markdown, firstLine, new SoftReference<>(Objects.requireNonNull(markdown)));
    }

    /**
     * A body that can be read again.
     *
     * @param source reads it; the same each time
     */
    public static Body from(Supplier<String> source, int firstLine) {
        return new Body(source, firstLine, new SoftReference<>(null));
    }

    /** The same body, which can be read again. */
    public Body readAgainFrom(Supplier<String> again) {
        return new Body(again, firstLine, held);
    }

    /** The text, with {@code \n} at the ends of lines. */
    public String markdown() {
        String text = held.get();
        if (text == null) {
            text = source.get();
            held = new SoftReference<>(text);
        }
        return text;
    }

    /** The line of the file on which it begins, from 1. */
    public int firstLine() {
        return firstLine;
    }
}
