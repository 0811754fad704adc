package dev.byline.page;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * An address inside the site.
 *
 * @param path below the site's root, without a leading {@code /}, not yet percent-encoded: {@code articles/x/} for a
 *     page, {@code feed.xml} for a file, empty for the home page
 */
public record Route(String path) implements Comparable<Route> {
    public Route {
        if (path.startsWith("/")
                || path.contains("//")
                || (path.contains("..") && ("/" + path + "/").contains("/../"))) {
            throw new IllegalArgumentException("no address inside the site: " + path);
        }
    }

    /** The file, below the output folder, that a web server gives out for this address. */
    public String file() {
        return path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    }

    /** What leads from this page to the site's root, with a {@code /} at its end: {@code ../../}. */
    public String toRoot() {
        int depth = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            depth++;
        }
        return depth == 0 ? "./" : "../".repeat(depth);
    }

    /** The path as it is written in a link: percent-encoded where it must be. */
    public String encoded() {
        if (path.chars().allMatch(Route::isPlain)) {
            return path;
        }
        try {
            return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no address: " + path, e);
        }
    }

    /** Letters, digits and marks that stand for themselves in every address, as nearly all do. */
    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '/'
                || c == '.'
                || (c >= 'A' && c <= 'Z');
    }

    /** The route that {@link #encoded} writes like this. */
    static Route ofEncoded(String encoded) {
        return new Route(URI.create("/" + encoded).getPath().substring(1));
    }

    /** The full address below the site's own. */
    public String under(URI site) {
        return site + encoded();
    }

    /** An address below this one; this one must end in {@code /} or be the root. */
    public Route resolve(String below) {
        return new Route(path + below);
    }

    @Override
    public int compareTo(Route other) {
        return path.compareTo(other.path);
    }
}
