package dev.byline.site;

import java.util.Objects;

/**
 * HTML that does not know yet on which page it will stand.
 *
 * <p>Addresses inside the site are written as {@code "\0/"} and the path below the site's root: NUL can never come from
 * a writer, because Markdown and HTML both replace it. {@link #under} puts what leads to the root in its place.
 */
public record Html(String marked) {
    /** Stands before a path below the site's root. */
    public static final String ROOT = "\0/";

    public static final Html EMPTY = new Html("");

    public Html {
        Objects.requireNonNull(marked);
    }

    /**
     * The HTML with real addresses.
     *
     * @param root what leads to the site's root, with a {@code /} at its end: {@code ../../} or
     *     {@code https://blog.example/}
     */
    public String under(String root) {
        return marked.replace(ROOT, root);
    }

    public boolean isEmpty() {
        return marked.isEmpty();
    }
}
