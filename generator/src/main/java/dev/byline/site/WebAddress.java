package dev.byline.site;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that strangers wrote, as far as a page can link to them.
 *
 * <p>{@code http://town.example/a|b} becomes {@code http://town.example/a%7Cb}; what no browser and no checker would agree
 * on (a host that is none, somebody's name and password, a backslash) is no address.
 *
 * @see <a href="https://url.spec.whatwg.org/#url-writing">WHATWG URL, what a valid URL string is</a>
 */
public final class WebAddress {
    /** Longer ones are not followed by everybody, and nobody writes them. */
    private static final int MOST = 2_000;

    private static final Pattern PARTS =
            Pattern.compile("(https?://)([^/?#\\\\@:]+)(:\\d{1,5})?(?=[/?#]|$)(.*)", Pattern.CASE_INSENSITIVE);

    /** Labels of letters, digits and hyphens, up to 63 each (RFC 1123), once the host is in ASCII. */
    private static final Pattern HOST = Pattern.compile("(?:(?!-)[a-z0-9-]{1,63}(?<!-)\\.)*(?!-)[a-z0-9-]{1,63}(?<!-)");

    /** Hosts that browsers take for IPv4, whatever the digits are; only the common form of those is fit. */
    private static final Pattern NUMBERS = Pattern.compile("(?:.*\\.)?(?:\\p{Nd}+|0x[0-9a-fA-F]*)");

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.|$)){4}(?<!\\.)");

    /** What an address holds only as {@code %XX}, besides what is not ASCII and cannot be seen. */
    private static final String UNFIT = "\"<>\\^`{|}[]";

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cn}\\p{Co}\\p{Cs}\\p{Z}]");

    private WebAddress() {}

    /** The address of a page or profile, fit for a link; empty where it is none. */
    public static Optional<String> of(String written) {
        Matcher parts = PARTS.matcher(written);
        if (written.length() > MOST || written.matches("(?s).*[\\s<>\"\\\\].*") || !parts.matches()) {
            return Optional.empty();
        }
        String port = parts.group(3) == null ? "" : parts.group(3);
        return isHost(parts.group(2)) && (port.isEmpty() || Integer.parseInt(port.substring(1)) <= 0xFFFF)
                ? Optional.of(parts.group(1) + parts.group(2) + port + encoded(parts.group(4)))
                : Optional.empty();
    }

    private static boolean isHost(String written) {
        try {
            String host = IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return !UNSEEN.matcher(written).find()
                    && HOST.matcher(host).matches()
                    && (IPV4.matcher(written).matches()
                            || !(NUMBERS.matcher(written).matches()
                                    || NUMBERS.matcher(host).matches()));
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    private static String encoded(String rest) {
        StringBuilder fit = new StringBuilder();
        boolean inFragment = false;
        for (int i = 0; i < rest.length(); i += Character.charCount(rest.codePointAt(i))) {
            int c = rest.codePointAt(i);
            boolean lonePercent = c == '%' && !rest.substring(i + 1).matches("(?s)[0-9a-fA-F]{2}.*");
            boolean secondHash = c == '#' && inFragment;
            inFragment |= c == '#';
            String one = Character.toString(c);
            if (lonePercent
                    || secondHash
                    || UNFIT.contains(one)
                    || UNSEEN.matcher(one).matches()) {
                for (byte each : one.getBytes(StandardCharsets.UTF_8)) {
                    fit.append('%').append(String.format(Locale.ROOT, "%02X", each & 0xFF));
                }
            } else {
                fit.append(one);
            }
        }
        return fit.toString();
    }
}
