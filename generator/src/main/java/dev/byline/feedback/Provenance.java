package dev.byline.feedback;

import dev.byline.network.Network;
import dev.byline.network.Networks;
import dev.byline.site.Feedback;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which network stands behind a source. A network knows who speaks there; a form, a webmention or an archive tells what
 * somebody wrote of themselves, which may be anybody's handle.
 */
final class Provenance {
    /** Sources that are called otherwise than the network that they ask. */
    private static final Map<String, String> ASKED = Map.of("activitypub", "mastodon", "discussions", "github");

    /** Networks that anybody can write to without an account there: a website is one's own word. */
    private static final Set<String> NO_ACCOUNTS = Set.of("website");

    private Provenance() {}

    /** The network that vouches for who said this; empty where nobody does. */
    static Optional<Network> of(Feedback item) {
        String source = item.origin().source();
        return Networks.byId(ASKED.getOrDefault(source, source)).filter(network -> !NO_ACCOUNTS.contains(network.id()));
    }

    /** Whether an account on this network can be the one that the item comes from. */
    static boolean vouches(Feedback item, String network) {
        return of(item).filter(
                        source -> source.id().equals(network) || (isFederated(source.id()) && isFederated(network)))
                .isPresent();
    }

    private static boolean isFederated(String network) {
        return Networks.isFederated(network) || network.equals("akkoma") || network.equals("gotosocial");
    }
}
