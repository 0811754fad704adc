package dev.byline.publish;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
     * @param handle in normal form; may be empty where the network has none
     * @param servers where it is told to be, if not at the usual place
     * @param version of its interface, if not the usual one
     * @param clock tells the time, where the network wants to be told it
     * @param patience how long one answer may take
     */
    record Access(
            Wire wire,
            Pause pause,
            Redactor redactor,
            String handle,
            Secret token,
            List<URI> servers,
            Optional<String> version,
            Clock clock,
            Duration patience) {
        /** Its one server, ending in {@code /}. */
        Optional<URI> server() {
            return servers.stream()
                    .findFirst()
                    .map(URI::toString)
                    .map(text -> URI.create(text.endsWith("/") ? text : text + "/"));
        }

        /** A network that has no usual place. */
        URI anyServer() {
            return server().orElseThrow(() -> new IllegalArgumentException("no server"));
        }

        URI at(String usual) {
            return server().orElse(URI.create(usual));
        }

        Publisher mastodon(MastodonServer kind) {
            return new Mastodon(kind, api("https://" + domain() + "/"), token, pause);
        }

        Graph graph(String usual) {
            return new Graph(api(usual), token);
        }

        Api api(String usual) {
            return new Api(wire, at(usual), redactor);
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
                    "bluesky", a -> new Bluesky(a.wire, a.at("https://bsky.social/"), a.domain(), a.token, a.redactor)),
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
                    a -> new Lemmy(a.wire, a.at("https://" + a.domain() + "/"), a.token, a.handle, a.redactor)),
            Map.entry("x", a -> new X(a.wire, a.at("https://api.x.com/"), a.domain(), a.token, a.redactor)),
            Map.entry(
                    "linkedin",
                    a -> new LinkedIn(
                            a.wire,
                            a.at("https://api.linkedin.com/"),
                            a.handle,
                            a.token,
                            a.version,
                            a.pause,
                            a.redactor)),
            Map.entry("threads", a -> new Threads(a.graph("https://graph.threads.net/v1.0/"), a.handle, a.pause)),
            Map.entry("facebook", a -> new Facebook(a.graph("https://graph.facebook.com/v25.0/"), a.handle)),
            Map.entry(
                    "instagram", a -> new Instagram(a.graph("https://graph.instagram.com/v25.0/"), a.handle, a.pause)),
            Map.entry("telegram", a -> new Telegram(a.api("https://api.telegram.org/"), a.token, a.handle)),
            Map.entry("nostr", a -> new Nostr(a.wire, a.servers, a.handle, a.token, a.clock, a.patience, a.redactor)),
            Map.entry(
                    "newsletter",
                    a -> new Newsletter(a.wire, a.anyServer(), a.handle, a.token, a.patience, a.redactor)),
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
     * @throws IllegalArgumentException if what the environment tells is no address, or no key
     */
    static Publisher open(String network, Access access) {
        return ALL.get(network).open(access);
    }
}
