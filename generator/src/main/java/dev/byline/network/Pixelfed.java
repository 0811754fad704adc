package dev.byline.network;

/**
 * Pixelfed: pictures with a caption, by Mastodon's interface. There is no post without a picture.
 *
 * @see <a href="https://docs.pixelfed.org/technical-documentation/config/">configuration: MAX_CAPTION_LENGTH,
 *     MAX_ALBUM_LENGTH, PF_MEDIA_MAX_ALTTEXT_LENGTH</a>
 */
final class Pixelfed {
    /** The default of {@code MAX_CAPTION_LENGTH}. */
    private static final int LIMIT = 500;

    private Pixelfed() {}

    static PostNetwork network() {
        Rules rules = new Rules(
                Rules.Length.of(LIMIT, Unit.CODE_POINTS),
                Rules.Markup.PLAIN,
                Rules.Tags.atEnd(5).bearing(8).sought(),
                Rules.Media.upTo(4).required().described(1_000),
                Rules.Reach.of(Rules.Card.NONE).withWarning().seenBy("public", "unlisted", "private"));
        Fediverse fediverse = new Fediverse("https://%2$s/%1$s");
        return new FediverseNetwork("pixelfed", "Pixelfed", fediverse, "enter it as the website of the profile", rules);
    }
}
