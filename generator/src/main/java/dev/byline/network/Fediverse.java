package dev.byline.network;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the servers that speak Mastodon's interface have in common: handles with a host, mentions, hashtags.
 *
 * @see <a href="https://docs.joinmastodon.org/spec/webfinger/">names of accounts</a>
 */
final class Fediverse {
    /** Who may see a post, in the words of the interface; {@code direct} is no way to tell of a piece. */
    static final String[] VISIBILITIES = {"public", "unlisted", "private", "direct"};

    private static final String HOST = "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,40}[a-z][a-z0-9-]*";
    private static final String NAME = "[a-zA-Z0-9_]+(?:[a-zA-Z0-9_.-]*[a-zA-Z0-9_]+)?";
    private static final Pattern HANDLE = Pattern.compile("(" + NAME + ")@(" + HOST + "(?::\\d{1,5})?)");
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\w/@.])(@" + NAME + ")@" + HOST + "(?::\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    /** The address of a profile: name, then host. */
    private final String profile;

    private final Pattern written;

    /** For servers whose profiles have an address of this form: {@code https://%2$s/@%1$s}. */
    Fediverse(String profile) {
        this.profile = profile;
        this.written = Pattern.compile(
                profile.replace(".", "\\.").replace("%2$s", "(?<host>[^/@]+)").replace("%1$s", "(?<name>[^/@?#]+)")
                        + "/?");
    }

    Network.Reading read(String text) {
        Optional<Network.Reading> fault = Written.fault(text, "@name@host");
        if (fault.isPresent()) {
            return fault.get();
        }
        Matcher address = written.matcher(text);
        String bare = address.matches() ? address.group("name") + "@" + address.group("host") : Written.withoutAt(text);
        int at = bare.lastIndexOf('@');
        if (at < 0) {
            return new Network.Reading.Invalid(
                    "has no host", "write it as @" + bare + "@host, the server of the account");
        }
        String name = bare.substring(0, at) + bare.substring(at).toLowerCase(Locale.ROOT);
        Matcher handle = HANDLE.matcher(name);
        if (!handle.matches()) {
            return new Network.Reading.Invalid(
                    "cannot be one", "write @name@host: letters, digits and _ before the host's domain");
        }
        return new Network.Reading.Valid("@" + name, Optional.of(profile.formatted(handle.group(1), handle.group(2))));
    }

    /** The text with each mention as it is shown: without the host. */
    String shown(String text) {
        return MENTION.matcher(text).replaceAll("$1");
    }

    List<Facet> facets(String text) {
        return Entities.found(text, MENTION);
    }

    /** Letters and digits of any script and underscores, at least one letter. */
    Optional<String> hashtag(String term) {
        return Hashtags.camelCase(term).map(word -> "#" + word);
    }

    /** The server of a handle. */
    static String host(String handle) {
        return handle.substring(handle.lastIndexOf('@') + 1);
    }
}
