package dev.byline.feedback;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells addresses that may lead to somebody else's public server from those that never do: an address that a stranger wrote is
 * no reason to ask the machine next door. What a name resolves to is not looked at here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6761">RFC 6761: names for special use</a>
 */
final class PublicAddress {
    /** A name with a dot, whose last part is no number: so no address of a machine, however it is written. */
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");

    /** Last parts of names that no public server has: of RFC 6761, RFC 6762, RFC 7686, RFC 8375, and of common use. */
    private static final Set<String> NEVER = Set.of(
            "localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "onion", "arpa", "invalid");

    private PublicAddress() {}

    /** The address, if it may be asked; without the part after {@code #}, which no server sees. */
    static Optional<URI> of(String text) {
        try {
            URI uri = URI.create(text);
            return isPublic(uri) ? Optional.of(withoutFragment(uri)) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean isPublic(URI uri) {
        if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return false;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean usualPort = uri.getPort() == -1 || uri.getPort() == 443;
        return usualPort && NAME.matcher(host).matches() && !NEVER.contains(host.substring(host.lastIndexOf('.') + 1));
    }

    private static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? uri : URI.create(text.substring(0, fragment));
    }
}
