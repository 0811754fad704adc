package dev.byline.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Lemmy counts and writes: the draft's first line is the title, the rest Markdown.
 *
 * <p>An account is {@code @name@host}, or {@code !name@host}, a community.
 *
 * @see <a href="https://join-lemmy.org/docs/users/02-media.html">text: Markdown, mentions, communities</a>
 * @see <a href="https://github.com/LemmyNet/lemmy/blob/main/crates/utils/src/utils/validation.rs">validation: titles of 3
 *     to 200 characters, texts of 50,000</a>
 */
final class Lemmy implements PostNetwork {
    private static final int LIMIT = 50_000;
    private static final int TITLE_LEAST = 3;
    private static final int TITLE = 200;

    private static final Fediverse FEDIVERSE = new Fediverse("https://%2$s/u/%1$s");
    private static final Pattern COMMUNITY_ADDRESS = Pattern.compile("https://([^/@]+)/c/([^/@?#]+)/?");
    private static final Pattern COMMUNITY =
            Pattern.compile("!([a-z0-9_]{3,20})@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,40}[a-z][a-z0-9-]*)");
    private static final Pattern MENTION = Pattern.compile("(?<![\\w/@!.])[@!][A-Za-z0-9_]+@[A-Za-z0-9.-]+[A-Za-z0-9]");

    @Override
    public String id() {
        return "lemmy";
    }

    @Override
    public String displayName() {
        return "Lemmy";
    }

    @Override
    public Reading read(String written) {
        Matcher address = COMMUNITY_ADDRESS.matcher(written);
        String name = address.matches() ? "!" + address.group(2) + "@" + address.group(1) : written;
        if (!name.startsWith("!")) {
            return FEDIVERSE.read(name);
        }
        Matcher community = COMMUNITY.matcher(name);
        return community.matches()
                ? new Reading.Valid(name, Optional.of("https://" + community.group(2) + "/c/" + community.group(1)))
                : new Reading.Invalid("cannot be one", "write !name@host: small letters, digits and _ before the host");
    }

    @Override
    public Optional<String> communities() {
        return Optional.of("!name@host");
    }

    @Override
    public boolean isCommunity(String handle) {
        return handle.startsWith("!");
    }

    @Override
    public Rules rules() {
        return new Rules(
                Rules.Length.of(LIMIT, Unit.CODE_POINTS).withTitleOf(TITLE),
                Rules.Markup.MARKDOWN,
                Rules.Tags.NONE,
                Rules.Media.upTo(1).described(1_500),
                Rules.Reach.of(Rules.Card.FETCHED).withLanguage());
    }

    @Override
    public int count(String text) {
        return Titled.count(text);
    }

    @Override
    public boolean fits(String text) {
        int title = Unit.CODE_POINTS.count(Titled.of(text).title());
        return count(text) <= LIMIT && title >= TITLE_LEAST && title <= TITLE;
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

    /** There is no page that writes to a person by name. */
    @Override
    public Optional<String> answerLink(String handle, String text, String url) {
        return Optional.empty();
    }

    /** The page of the handle's own server. */
    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        Titled post = Titled.of(text);
        return Optional.of("https://" + Fediverse.host(handle) + "/create_post?title="
                + WebAddresses.encoded(post.title()) + "&url=" + WebAddresses.encoded(url) + "&body="
                + WebAddresses.encoded(post.text()));
    }
}
