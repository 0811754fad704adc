package dev.byline.remote;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an address of the web that a stranger wrote.
 *
 * <p>{@code HTTPS://Bücher.example/ä#x} becomes {@code https://xn--bcher-kva.example/%C3%A4#x}. Only {@code http} and
 * {@code https}, only with a host that is a name or a plain address, never with a user, is one.
 */
public final class WebAddress {
    /** Longer ones are no address of a page; the recommendation for servers is to take 8,000 (RFC 9110, 4.1). */
    private static final int MAX_LENGTH = 2_000;

    /** A host that a resolver may read as figures, in some base and of some length. */
    private static final Pattern FIGURES = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");

    /** The one way to write them: 010.0.0.1 is 10.0.0.1 for some and 8.0.0.1 for others. */
    private static final Pattern PLAIN_FIGURES = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

    private WebAddress() {}

    /** The address; empty where the text is none. */
    public static Optional<URI> of(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return checked(new URI(text.strip()));
        } catch (URISyntaxException | IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<URI> checked(URI uri) throws URISyntaxException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String authority = uri.getRawAuthority();
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || authority == null || authority.contains("@")) {
            return Optional.empty();
        }
        String host = ascii(authority).toLowerCase(Locale.ROOT);
        // A zone is an interface of this machine.
        if (host.contains("%")) {
            return Optional.empty();
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
        URI plain = new URI(new URI(scheme + "://" + host + path + query + fragment).toASCIIString());
        boolean numbered = plain.getPort() >= -1 && plain.getPort() != 0 && plain.getPort() <= 65_535;
        return plain.getHost() == null || !numbered || isAmbiguous(plain.getHost())
                ? Optional.empty()
                : Optional.of(plain);
    }

    /**
     * Whether a host is one thing for us and may be another for others.
     *
     * @see <a href="https://url.spec.whatwg.org/#ends-in-a-number-checker">what ends in a number is an address</a>
     */
    private static boolean isAmbiguous(String host) {
        return FIGURES.matcher(host).matches() && !PLAIN_FIGURES.matcher(host).matches();
    }

    /** A name in another script, as the name system has it (RFC 5891); a name that has no such form is no name. */
    private static String ascii(String authority) {
        boolean plain = authority.chars().allMatch(c -> c < 0x80);
        return plain
                ? authority
                : IDN.toASCII(authority.replaceFirst(":\\d*$", ""), IDN.USE_STD3_ASCII_RULES)
                        + (authority.matches(".*:\\d+$") ? authority.replaceFirst(".*(?=:\\d+$)", "") : "");
    }
}
