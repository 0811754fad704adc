package dev.byline.site;

import java.lang.ref.SoftReference;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * HTML that does not know yet on which page it will stand.
 *
 * <p>Addresses inside the site are written as {@code "\0/"} and the path below the site's root: NUL can never come from
 * a writer, because Markdown and HTML both replace it. {@link #under} puts what leads to the root in its place.
 *
 * <p>What lies on a disk as well is held only as long as there is room.
 */
public final class Html {
    /** Stands before a path below the site's root. */
    public static final String ROOT = "\0/";

    public static final Html EMPTY = new Html("");

    private final Supplier<String> source;
    private volatile SoftReference<String> held;

    private Html(Supplier<String> source, SoftReference<String> held) {
        this.source = source;
        this.held = held;
    }

    /** HTML that is at hand. */
    public Html(String marked) {
        this(() -> marked, new SoftReference<>(Objects.requireNonNull(marked)));
    }

    /** HTML that can be read again: from a disk, the same each time. */
    public static Html from(Supplier<String> source) {
        return new Html(source, new SoftReference<>(null));
    }

    /** With {@link #ROOT} in place of the site's root. */
    public String marked() {
        String text = held.get();
        if (text == null) {
            text = source.get();
            held = new SoftReference<>(text);
        }
        return text;
    }

    /**
     * The HTML with real addresses.
     *
     * @param root what leads to the site's root, with a {@code /} at its end: {@code ../../} or
     *     {@code https://blog.example/}
     */
    public String under(String root) {
        return marked().replace(ROOT, root);
    }

    public boolean isEmpty() {
        return marked().isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof Html html && html.marked().equals(marked()));
    }

    @Override
    public int hashCode() {
        return marked().hashCode();
    }

    @Override
    public String toString() {
        return marked();
    }
}
