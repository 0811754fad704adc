package dev.byline.network;

/**
 * Akkoma: Mastodon's grammar and interface, another reckoning.
 *
 * @see <a href="https://docs.akkoma.dev/stable/configuration/cheatsheet/#instance">configuration</a>
 */
final class Akkoma {
    /** The default of {@code :instance, :limit}: what {@code String.length} of text and warning may be, in graphemes. */
    private static final int LIMIT = 5_000;

    private Akkoma() {}

    static PostNetwork network() {
        Rules rules = new Rules(
                Rules.Length.of(LIMIT, Unit.GRAPHEMES),
                Rules.Markup.PLAIN,
                Rules.Tags.atEnd(5).sought(),
                Rules.Media.upTo(4),
                Rules.Reach.of(Rules.Card.FETCHED)
                        .inThreads()
                        .withLanguage()
                        .withWarning()
                        .seenBy(Fediverse.VISIBILITIES));
        Fediverse fediverse = new Fediverse("https://%2$s/%1$s");
        return new FediverseNetwork("akkoma", "Akkoma", fediverse, "enter it as a field of the profile", rules);
    }
}
