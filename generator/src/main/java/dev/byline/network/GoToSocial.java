package dev.byline.network;

import java.util.List;
import java.util.Optional;

/**
 * GoToSocial: Mastodon's grammar and interface, another reckoning. Links and mentions count as they are written.
 *
 * @param told what the account's server allows
 * @see <a href="https://docs.gotosocial.org/en/latest/configuration/statuses/">configuration of statuses</a>
 */
record GoToSocial(Allowance told) implements PostNetwork {
    /** The default of {@code statuses-max-chars}: code points of text and warning together. */
    private static final int LIMIT = 5_000;

    private static final Fediverse FEDIVERSE = new Fediverse("https://%2$s/@%1$s");

    GoToSocial() {
        this(Allowance.USUAL);
    }

    @Override
    public String id() {
        return "gotosocial";
    }

    @Override
    public String displayName() {
        return "GoToSocial";
    }

    @Override
    public Optional<String> linkingBack() {
        return Optional.of("enter it as a field of the profile");
    }

    @Override
    public Reading read(String written) {
        return FEDIVERSE.read(written);
    }

    @Override
    public Rules rules() {
        return new Rules(
                Rules.Length.of(told.characters().orElse(LIMIT), Unit.CODE_POINTS),
                Rules.Markup.PLAIN,
                Rules.Tags.atEnd(5).sought(),
                Rules.Media.upTo(6).described(1_500).as(told),
                Rules.Reach.of(Rules.Card.FETCHED)
                        .inThreads()
                        .withLanguage()
                        .withWarning()
                        .seenBy(Fediverse.VISIBILITIES));
    }

    @Override
    public Optional<PostNetwork> allowing(Allowance more) {
        return Optional.of(new GoToSocial(more));
    }

    @Override
    public Optional<String> toldBy(String handle) {
        return Optional.of(Fediverse.host(handle));
    }

    @Override
    public String mention(String name, String handle) {
        return handle;
    }

    @Override
    public Optional<String> hashtag(String term) {
        return FEDIVERSE.hashtag(term);
    }

    @Override
    public List<Facet> facets(String text) {
        return FEDIVERSE.facets(text);
    }

    /** No page for it is documented. */
    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        return Optional.empty();
    }
}
