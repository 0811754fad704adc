package dev.byline.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How Reddit counts and writes: the draft's first line is the title, the rest Markdown.
 *
 * <p>An account is {@code u/name}, which posts to its own profile, or {@code r/name}, a community.
 *
 * @see <a href="https://www.reddit.com/dev/api/#POST_api_submit">submit: a title of up to 300 characters</a>
 * @see <a href="https://support.reddithelp.com/hc/en-us/articles/360043033952-Formatting-Guide">formatting guide</a>
 */
final class Reddit implements PostNetwork {
    private static final int LIMIT = 40_000;
    private static final int TITLE = 300;

    private static final Pattern USER = Pattern.compile("u/[A-Za-z0-9_-]{3,20}");
    private static final Pattern COMMUNITY = Pattern.compile("r/[A-Za-z0-9][A-Za-z0-9_]{1,20}");
    private static final Pattern MENTION = Pattern.compile("(?<![\\w/])/?[ur]/[A-Za-z0-9_-]{2,21}");

    @Override
    public String id() {
        return "reddit";
    }

    @Override
    public String displayName() {
        return "Reddit";
    }

    @Override
    public Reading read(String written) {
        Optional<Reading> fault = Written.fault(written, "u/name");
        if (fault.isPresent()) {
            return fault.get();
        }
        String path = Written.pathOn(written, "reddit.com")
                .orElse(Written.withoutAt(written))
                .replaceFirst("^/", "")
                .replaceFirst("^user/", "u/");
        String name = path.contains("/") ? path : "u/" + path;
        if (USER.matcher(name).matches()) {
            return new Reading.Valid(name, Optional.of("https://www.reddit.com/user/" + name.substring(2)));
        }
        if (COMMUNITY.matcher(name).matches()) {
            return new Reading.Valid(name, Optional.of("https://www.reddit.com/" + name));
        }
        return new Reading.Invalid("cannot be one", "write u/name for a person, r/name for a community");
    }

    @Override
    public Optional<String> communities() {
        return Optional.of("r/name");
    }

    @Override
    public boolean isCommunity(String handle) {
        return handle.startsWith("r/");
    }

    @Override
    public Rules rules() {
        return new Rules(
                Rules.Length.of(LIMIT, Unit.CODE_POINTS).withTitleOf(TITLE),
                Rules.Markup.MARKDOWN,
                Rules.Tags.NONE,
                Rules.Media.NONE,
                Rules.Reach.of(Rules.Card.FETCHED));
    }

    @Override
    public int count(String text) {
        return Titled.count(text);
    }

    @Override
    public boolean fits(String text) {
        return count(text) <= LIMIT && Unit.CODE_POINTS.count(Titled.of(text).title()) <= TITLE;
    }

    @Override
    public String plain(String words) {
        return Markdown.escaped(words);
    }

    @Override
    public List<Facet> facets(String text) {
        return Facet.apart(WebAddresses.links(text), Entities.mentions(text, MENTION));
    }

    @Override
    public Message message(String text, Map<String, String> ids) {
        return Titled.of(text).message();
    }

    /** A message to the person; communities get none. */
    @Override
    public Optional<String> answerLink(String handle, String text, String url) {
        return handle.startsWith("u/")
                ? Optional.of("https://www.reddit.com/message/compose/?to=" + handle.substring(2) + "&message="
                        + WebAddresses.encoded(text + "\n\n" + url))
                : Optional.empty();
    }

    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        Titled post = Titled.of(text);
        String where = handle.startsWith("r/") ? handle : "user/" + handle.replaceFirst("^u/", "");
        return Optional.of("https://www.reddit.com/" + where + "/submit?title=" + WebAddresses.encoded(post.title())
                + "&text=" + WebAddresses.encoded(post.text()));
    }
}
