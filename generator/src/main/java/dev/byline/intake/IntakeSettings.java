package dev.byline.intake;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How an intake behaves.
 *
 * @param listen where it listens on this machine
 * @param address where readers reach it, ending in {@code /}
 * @param token the secret of those who may read what was sent; nobody may without one
 * @param proxies the addresses of the proxies in front of it, or of their networks ({@code 10.0.0.0/8}): what they say of
 *     a reader's address is believed
 * @param limit how much one reader may send in an hour
 * @param leastAge who is faster than this has not read what is sent
 * @param work how many bits of proof of work are wanted; 0 for none
 * @param keep how long words stay here after they were gathered
 */
public record IntakeSettings(
        InetSocketAddress listen,
        URI address,
        Optional<String> token,
        List<String> proxies,
        int limit,
        Duration leastAge,
        int work,
        Duration keep) {
    public IntakeSettings {
        proxies = List.copyOf(proxies);
        if (!address.toString().endsWith("/") || address.getHost() == null) {
            throw new IllegalArgumentException("no address that ends in /: " + address);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "intake at " + address;
    }
}
