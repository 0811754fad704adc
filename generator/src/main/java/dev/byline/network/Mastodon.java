package dev.byline.network;

import java.util.List;
import java.util.Optional;

/**
 * How Mastodon counts and mentions.
 *
 * <p>{@code "Grazie @giulia@social.example, https://blog.example/a-long-address/"} counts {@code "Grazie @giulia, "} and
 * 23 for the link.
 *
 * @param told what the account's server allows
 * @see <a href="https://docs.joinmastodon.org/user/posting/">posting: limits and links</a>
 */
record Mastodon(Allowance told) implements PostNetwork {
    /** The default of {@code configuration.statuses.max_characters}. */
    private static final int LIMIT = 500;

    /** {@code configuration.statuses.characters_reserved_per_url}. */
    private static final int LINK = 23;

    private static final String PRICED = "x".repeat(LINK);
    private static final Fediverse FEDIVERSE = new Fediverse("https://%2$s/@%1$s");

    Mastodon() {
        this(Allowance.USUAL);
    }

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
        return FEDIVERSE.read(written);
    }

    /**
     * Four images of at most 1,500 characters of description ({@code configuration.media_attachments}).
     *
     * @see <a href="https://docs.joinmastodon.org/entities/Instance/">limits of an instance</a>
     * @see <a href="https://docs.joinmastodon.org/methods/statuses/#create">fields of a status</a>
     */
    @Override
    public Rules rules() {
        Rules usual = new Rules(
                Rules.Length.of(LIMIT, Unit.GRAPHEMES).withLinksOf(LINK),
                Rules.Markup.PLAIN,
                Rules.Tags.atEnd(5).sought(),
                Rules.Media.upTo(4).described(1_500),
                Rules.Reach.of(Rules.Card.FETCHED)
                        .inThreads()
                        .withLanguage()
                        .withWarning()
                        .seenBy(Fediverse.VISIBILITIES));
        return usual.as(told);
    }

    @Override
    public Optional<PostNetwork> allowing(Allowance more) {
        return Optional.of(new Mastodon(more));
    }

    @Override
    public Optional<String> toldBy(String handle) {
        return Optional.of(Fediverse.host(handle));
    }

    @Override
    public int count(String text) {
        return Graphemes.count(FEDIVERSE.shown(WebAddresses.replace(text, address -> PRICED)));
    }

    @Override
    public Optional<String> hashtag(String term) {
        return FEDIVERSE.hashtag(term);
    }

    @Override
    public List<Facet> facets(String text) {
        return FEDIVERSE.facets(text);
    }

    /**
     * The share page of the handle's own server: a reader's server is not known. Who has no account there can still read, and
     * copy the text.
     */
    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        String whole = text.contains(url) ? text : text + "\n\n" + url;
        return Optional.of("https://" + Fediverse.host(handle) + "/share?text=" + WebAddresses.encoded(whole.strip()));
    }
}
