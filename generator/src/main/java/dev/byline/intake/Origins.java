package dev.byline.intake;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * From whose pages forms may be sent. Browsers say so of every form, and no page can change what they say; programs need not.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#origin-header">Fetch: the Origin header</a>
 */
final class Origins {
    private final Set<String> ours;

    /**
     * Names them.
     *
     * @param site whose pages have the form
     * @param intake whose own pages have one, too
     */
    Origins(URI site, URI intake) {
        this.ours = Set.copyOf(List.of(origin(site), origin(intake)));
    }

    /** Where a form came from. */
    enum From {
        OURS,
        /** A browser does not want to say, or no browser asks. */
        UNKNOWN,
        ELSEWHERE
    }

    From of(Asked asked) {
        Optional<String> told = asked.header("Origin").or(() -> asked.header("Referer"));
        if (told.isEmpty() || told.get().equals("null")) {
            return From.UNKNOWN;
        }
        try {
            URI uri = URI.create(told.get());
            return uri.getHost() != null && ours.contains(origin(uri)) ? From.OURS : From.ELSEWHERE;
        } catch (IllegalArgumentException broken) {
            return From.ELSEWHERE;
        }
    }

    private static String origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
