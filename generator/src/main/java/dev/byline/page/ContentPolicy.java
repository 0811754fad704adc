package dev.byline.page;

import dev.byline.site.Settings;
import java.net.URI;

/**
 * What a page of the site may load and where it may send: itself, and nothing else. No script or style stands inside a
 * page, so none is allowed there.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy</a>
 */
public final class ContentPolicy {
    private ContentPolicy() {}

    /** The policy as a {@code meta} element can carry it. */
    public static String of(Settings settings) {
        String intake = settings.answers()
                .intake()
                .filter(server -> settings.make().answers())
                .map(ContentPolicy::origin)
                .orElse("");
        return "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'"
                + intake;
    }

    /** The policy as a header can carry it: a header can also say that no other site may frame a page. */
    public static String header(Settings settings) {
        return of(settings) + "; frame-ancestors 'none'";
    }

    private static String origin(URI address) {
        return " " + address.getScheme() + "://" + address.getRawAuthority();
    }
}
