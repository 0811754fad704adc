package dev.byline.network;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How LinkedIn counts and names people.
 *
 * <p>A person is named, not mentioned by handle: a mention needs an id that only the network's own editor finds.
 *
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api">posts</a>
 */
final class LinkedIn implements PostNetwork {
    /** Characters of the commentary, before the escapes of "little text". */
    private static final int LIMIT = 3_000;

    private static final Pattern HANDLE = Pattern.compile("(?:in|company|school)/[\\p{L}\\p{N}_%-]{3,100}");

    @Override
    public String id() {
        return "linkedin";
    }

    @Override
    public String displayName() {
        return "LinkedIn";
    }

    @Override
    public Reading read(String written) {
        Optional<Reading> fault = Written.fault(written, "in/giulia-ferri");
        if (fault.isPresent()) {
            return fault.get();
        }
        String name = Written.pathOn(written, "linkedin.com").orElse(Written.withoutAt(written));
        // A name alone is a person's: that is how people write their own.
        String path = name.contains("/") ? name : "in/" + name;
        if (!HANDLE.matcher(path).matches()) {
            return new Reading.Invalid(
                    "is neither a person nor a company", "write in/name for a person, company/name for a company");
        }
        return new Reading.Valid(path, Optional.of("https://www.linkedin.com/" + path));
    }

    @Override
    public int limit() {
        return LIMIT;
    }

    @Override
    public int count(String text) {
        return text.length();
    }

    /** The name, and the profile by which the network's editor finds the person to mention. */
    @Override
    public String mention(String name, String handle) {
        return name + " (linkedin.com/" + handle + ")";
    }

    @Override
    public Optional<String> hashtag(String term) {
        return Hashtags.camelCase(term).map(word -> "#" + word);
    }

    /** There is no page that writes to a person and says what about. */
    @Override
    public Optional<String> answerLink(String handle, String text, String url) {
        return Optional.empty();
    }

    /** The page ignores any text: it has to be pasted. */
    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        return Optional.of("https://www.linkedin.com/sharing/share-offsite/?url=" + WebAddresses.encoded(url));
    }
}
