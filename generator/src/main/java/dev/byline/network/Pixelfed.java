package dev.byline.network;

import java.util.List;
import java.util.Optional;

/**
 * Pixelfed: pictures with a caption, by Mastodon's interface. There is no post without a picture.
 *
 * @param told what the account's server allows
 * @see <a href="https://docs.pixelfed.org/technical-documentation/config/">configuration: MAX_CAPTION_LENGTH,
 *     MAX_ALBUM_LENGTH, PF_MEDIA_MAX_ALTTEXT_LENGTH</a>
 */
record Pixelfed(Allowance told) implements PostNetwork {
    /** The default of {@code MAX_CAPTION_LENGTH}. */
    private static final int LIMIT = 500;

    private static final Fediverse FEDIVERSE = new Fediverse("https://%2$s/%1$s");

    Pixelfed() {
        this(Allowance.USUAL);
    }

    @Override
    public String id() {
        return "pixelfed";
    }

    @Override
    public String displayName() {
        return "Pixelfed";
    }

    @Override
    public Optional<String> linkingBack() {
        return Optional.of("enter it as the website of the profile");
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
                Rules.Tags.atEnd(5).bearing(8).sought(),
                Rules.Media.upTo(4).required().described(1_000).as(told),
                Rules.Reach.of(Rules.Card.NONE).withWarning().seenBy("public", "unlisted", "private"));
    }

    @Override
    public Optional<PostNetwork> allowing(Allowance more) {
        return Optional.of(new Pixelfed(more));
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
