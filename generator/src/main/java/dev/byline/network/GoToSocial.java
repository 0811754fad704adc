package dev.byline.network;

/**
 * GoToSocial: Mastodon's grammar and interface, another reckoning.
 *
 * @see <a href="https://docs.gotosocial.org/en/latest/configuration/statuses/">configuration of statuses</a>
 */
final class GoToSocial {
    /** The default of {@code statuses-max-chars}: code points of text and warning together. */
    private static final int LIMIT = 5_000;

    private GoToSocial() {}

    static PostNetwork network() {
        Rules rules = new Rules(
                Rules.Length.of(LIMIT, Unit.CODE_POINTS),
                Rules.Markup.PLAIN,
                Rules.Tags.atEnd(5).sought(),
                Rules.Media.upTo(6).described(1_500),
                Rules.Reach.of(Rules.Card.FETCHED)
                        .inThreads()
                        .withLanguage()
                        .withWarning()
                        .seenBy(Fediverse.VISIBILITIES));
        Fediverse fediverse = new Fediverse("https://%2$s/@%1$s");
        return new FediverseNetwork("gotosocial", "GoToSocial", fediverse, "enter it as a field of the profile", rules);
    }
}
