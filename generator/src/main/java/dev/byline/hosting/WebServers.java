package dev.byline.hosting;

import dev.byline.page.Asset;
import dev.byline.page.ContentPolicy;
import dev.byline.page.Page;
import dev.byline.page.Routes;
import dev.byline.site.Author;
import dev.byline.site.Settings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What web servers are told of a site: headers and redirects, as Netlify and Cloudflare Pages read them ({@code
 * _headers}, {@code _redirects}) and as nginx does ({@code _nginx.headers.conf} to include in a {@code server}, {@code
 * _nginx.redirects.map} to include in a {@code map}).
 */
final class WebServers {
    /** Assets carry their digest in their names, so what has a name never changes. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** Always at the root of the host (RFC 8615). */
    private static final String WEB_FINGER = "/.well-known/webfinger";

    private final Settings settings;

    WebServers(Settings settings) {
        this.settings = settings;
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", ContentPolicy.header(settings));
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        return headers;
    }

    private String base() {
        return settings.url().getRawPath();
    }

    private String assets() {
        return base() + Asset.FOLDER.path();
    }

    String headersFile() {
        String all = headers().entrySet().stream()
                .map(header -> "  " + header.getKey() + ": " + header.getValue() + "\n")
                .collect(Collectors.joining());
        // RFC 7033 (5) and NIP-05 want these to be read by programs of other sites.
        String shared = "\n  Access-Control-Allow-Origin: *\n";
        String typed = "\n  Content-Type: application/jrd+json" + shared;
        String named =
                settings.make().contacts() ? base() + "authors/*/webfinger.json" + typed + WEB_FINGER + typed : "";
        return base() + "*\n" + all + assets() + "*\n  Cache-Control: " + FOR_EVER + "\n" + named
                + "/.well-known/nostr.json" + shared;
    }

    String redirectsFile(List<Page.Redirect> redirects) {
        return redirects.stream()
                .map(redirect -> from(redirect) + " " + to(redirect) + " 301\n")
                .collect(Collectors.joining());
    }

    String nginxHeaders() {
        String all = headers().entrySet().stream()
                .map(header -> "add_header " + header.getKey() + " \"" + header.getValue() + "\" always;\n")
                .collect(Collectors.joining());
        // Headers of a location replace those around it, so they are said again.
        return all + "location " + assets() + " {\n  add_header Cache-Control \"" + FOR_EVER + "\";\n"
                + all.replaceAll("(?m)^", "  ").stripTrailing() + "\n}\n";
    }

    String nginxRedirects(List<Page.Redirect> redirects) {
        return redirects.stream()
                .map(redirect -> "\"" + base() + redirect.route().path().replace("\"", "\\\"") + "\" \"" + to(redirect)
                        + "\";\n")
                .collect(Collectors.joining());
    }

    /**
     * Netlify tells queries apart by what stands between an address and its target; others pass such a line over. Who
     * asks may write {@code :} and {@code @} as they are or percent-encoded; Netlify decodes them.
     */
    String webFingerRules(Collection<Author> authors, Routes routes) {
        if (!settings.make().contacts()) {
            return "";
        }
        return authors.stream()
                .map(author -> WEB_FINGER + " resource=" + routes.account(author) + " " + base()
                        + routes.webFinger(author).encoded() + " 200\n")
                .collect(Collectors.joining());
    }

    /** What {@code map $arg_resource $webfinger} includes: nginx does not decode what it compares. */
    String nginxWebFinger(Collection<Author> authors, Routes routes) {
        return authors.stream()
                .map(author -> "\"~*^" + quoted(routes.account(author)) + "$\" \"" + base()
                        + routes.webFinger(author).encoded() + "\";\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String account) {
        return account.replace(".", "\\.").replace(":", "(?::|%3A)").replace("@", "(?:@|%40)");
    }

    private String from(Page.Redirect redirect) {
        return base() + redirect.route().encoded();
    }

    private String to(Page.Redirect redirect) {
        return base() + redirect.target().encoded();
    }
}
