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

        Api api(String usual) {
            return new Api(wire, server().orElse(URI.create(usual)), redactor);
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

    private static final Map<String, Opening> ALL = Map.of(
            "mastodon",
            a -> new Mastodon(a.api("https://" + a.domain() + "/"), a.token, a.pause),
            "bluesky",
            a -> new Bluesky(
                    a.wire, a.server().orElse(URI.create("https://bsky.social/")), a.domain(), a.token, a.redactor),
            "telegram",
            a -> new Telegram(a.api("https://api.telegram.org/"), a.token, a.handle),
            "nostr",
            a -> new Nostr(a.wire, a.servers, a.handle, a.token, a.clock, a.patience, a.redactor),
            "newsletter",
            a -> new Newsletter(a.wire, a.anyServer(), a.handle, a.token, a.patience, a.redactor),
            "slack",
            a -> new Slack(a.toWebhook()),
            "discord",
            a -> new Discord(a.toWebhook(), a.webhook().getRawPath().substring(1)),
            "teams",
            a -> new Teams(a.toWebhook()));

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
