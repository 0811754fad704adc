package dev.byline.publish;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The networks that posts can be made on by a program. A new one is its own file and one line here. */
final class Publishers {
    /** Opens one account. */
    @FunctionalInterface
    private interface Opening {
        Publisher open(Access access);
    }

    /**
     * What an adapter needs to know of its account.
     *
     * @param server where it is told to be, if not at the usual place
     */
    private record Access(
            Wire wire, Pause pause, Redactor redactor, String handle, Secret token, Optional<URI> server) {
        URI address(String usual) {
            return server.orElse(URI.create(usual));
        }

        Api api(String usual) {
            return new Api(wire, address(usual), redactor);
        }

        Publisher mastodon(MastodonServer kind) {
            return new Mastodon(kind, api("https://" + domain() + "/"), token, pause);
        }

        /** A webhook's address is its secret. */
        URI webhook() {
            URI address = URI.create(token.reveal());
            if (address.getHost() == null) {
                throw new IllegalArgumentException("a webhook without a host");
            }
            return address;
        }

        Api toWebhook() {
            return new Api(wire, webhook(), redactor);
        }

        String domain() {
            return handle.substring(handle.lastIndexOf('@') + 1);
        }
    }

    private static final Map<String, Opening> ALL = Map.ofEntries(
            Map.entry("mastodon", a -> a.mastodon(MastodonServer.MASTODON)),
            Map.entry("akkoma", a -> a.mastodon(MastodonServer.AKKOMA)),
            Map.entry("gotosocial", a -> a.mastodon(MastodonServer.GOTOSOCIAL)),
            Map.entry("pixelfed", a -> a.mastodon(MastodonServer.PIXELFED)),
            Map.entry(
                    "bluesky",
                    a -> new Bluesky(a.wire, a.address("https://bsky.social/"), a.domain(), a.token, a.redactor)),
            Map.entry(
                    "reddit",
                    a -> new Reddit(
                            a.api("https://oauth.reddit.com/"),
                            a.api("https://www.reddit.com/"),
                            a.token,
                            a.handle,
                            a.redactor)),
            Map.entry(
                    "lemmy",
                    a -> new Lemmy(a.wire, a.address("https://" + a.domain() + "/"), a.token, a.handle, a.redactor)),
            Map.entry("telegram", a -> new Telegram(a.api("https://api.telegram.org/"), a.token, a.handle)),
            Map.entry("slack", a -> new Slack(a.toWebhook())),
            Map.entry(
                    "discord",
                    a -> new Discord(a.toWebhook(), a.webhook().getRawPath().substring(1))),
            Map.entry("teams", a -> new Teams(a.toWebhook())));

    private Publishers() {}

    /** The ids of the networks. */
    static Set<String> networks() {
        return ALL.keySet();
    }

    /**
     * Opens an account.
     *
     * @param handle in normal form; may be empty where the network has none
     * @throws IllegalArgumentException if what the environment tells is no address
     */
    static Publisher open(
            String network,
            String handle,
            Secret token,
            Optional<URI> server,
            Wire wire,
            Pause pause,
            Redactor redactor) {
        return ALL.get(network).open(new Access(wire, pause, redactor, handle, token, server));
    }
}
