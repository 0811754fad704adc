package dev.byline.network;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Mastodon counts and mentions.
 *
 * <p>{@code "Grazie @giulia@social.example, https://blog.example/a-long-address/"} counts {@code "Grazie @giulia, "} and
 * 23 for the link.
 *
 * @see <a href="https://docs.joinmastodon.org/user/posting/">posting: limits and links</a>
 */
final class Mastodon implements PostNetwork {
    /** The default of {@code configuration.statuses.max_characters}. */
    private static final int LIMIT = 500;

    /** {@code configuration.statuses.characters_reserved_per_url}. */
    private static final String LINK = "x".repeat(23);

    private static final String HOST = "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*";
    private static final Pattern HANDLE =
            Pattern.compile("([a-zA-Z0-9_]+(?:[a-zA-Z0-9_.-]*[a-zA-Z0-9_]+)?)@(" + HOST + "(?::\\d{1,5})?)");
    private static final Pattern MENTION = Pattern.compile(
            "(?<![\\w/])(@[a-zA-Z0-9_]+(?:[a-zA-Z0-9_.-]*[a-zA-Z0-9_]+)?)@" + HOST + "(?::\\d{1,5})?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PROFILE = Pattern.compile("https://([^/@]+)/@([^/@?#]+)/?");

    @Override
    public String id() {
        return "mastodon";
    }

    @Override
    public String displayName() {
        return "Mastodon";
    }

    /**
     * Extra fields that hold an address alone.
     *
     * @see <a href="https://docs.joinmastodon.org/user/profile/#verification">verification</a>
     */
    @Override
    public Optional<String> linkingBack() {
        return Optional.of("enter it as an extra field of the profile");
    }

    @Override
    public Reading read(String written) {
        Optional<Reading> fault = Written.fault(written, "@name@host");
        if (fault.isPresent()) {
            return fault.get();
        }
        Matcher profile = PROFILE.matcher(written);
        String bare = profile.matches() ? profile.group(2) + "@" + profile.group(1) : Written.withoutAt(written);
        int at = bare.lastIndexOf('@');
        if (at < 0) {
            return new Reading.Invalid("has no host", "write it as @" + bare + "@host, the server of the account");
        }
        String name = bare.substring(0, at) + bare.substring(at).toLowerCase(Locale.ROOT);
        Matcher handle = HANDLE.matcher(name);
        if (!handle.matches()) {
            return new Reading.Invalid(
                    "cannot be one", "write @name@host: letters, digits and _ before the host's domain");
        }
        return new Reading.Valid("@" + name, Optional.of("https://" + handle.group(2) + "/@" + handle.group(1)));
    }

    @Override
    public int limit() {
        return LIMIT;
    }

    @Override
    public int count(String text) {
        String priced = WebAddresses.replace(text, address -> LINK);
        return Graphemes.count(MENTION.matcher(priced).replaceAll("$1"));
    }

    @Override
    public String mention(String name, String handle) {
        return handle;
    }

    /** Letters and digits of any script and underscores, at least one letter. */
    @Override
    public Optional<String> hashtag(String term) {
        return Hashtags.camelCase(term).map(word -> "#" + word);
    }

    /**
     * The share page of the handle's own server: a reader's server is not known. Who has no account there can still read, and
     * copy the text.
     */
    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        String host = handle.substring(handle.lastIndexOf('@') + 1);
        String whole = text.contains(url) ? text : text + "\n\n" + url;
        return Optional.of("https://" + host + "/share?text=" + WebAddresses.encoded(whole.strip()));
    }
}
