package dev.byline;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How to take what readers send.
 *
 * @param site the site's folder: tells which pieces there are, their languages, words and templates, and what people
 *     decided; without one any id of an article is taken
 * @param url the site's address, where its folder is not here
 * @param address where readers reach the intake, where {@code site.yml} does not tell
 * @param listen where to listen on this machine
 * @param store a folder, or an address that begins with {@code jdbc:postgresql:}
 * @param proxies the addresses or networks of proxies that are believed
 * @param limit how much one reader may send in an hour
 * @param leastAge who sends a form faster than this is asked to look again
 * @param work bits of proof of work; 0 for none
 * @param keep how long words stay in the store after they were gathered
 * @param environment where secrets are: no other place holds any
 * @param trouble hears a line for each thing that goes wrong while it runs
 */
public record IntakeRequest(
        Optional<Path> site,
        Optional<URI> url,
        Optional<URI> address,
        InetSocketAddress listen,
        String store,
        List<String> proxies,
        int limit,
        Duration leastAge,
        int work,
        Duration keep,
        Map<String, String> environment,
        Clock clock,
        Consumer<String> trouble) {
    /** The variable that holds the secret which {@code gather} shows. */
    public static final String TOKEN = "BYLINE_INTAKE_TOKEN";

    /** The variable that says where the store is, for a {@code gather} that reads it without the server. */
    public static final String STORE = "BYLINE_INTAKE_STORE";

    /** The variable that holds PostgreSQL's password. */
    public static final String PASSWORD = "BYLINE_INTAKE_PASSWORD";

    public IntakeRequest {
        proxies = List.copyOf(proxies);
        environment = Map.copyOf(environment);
    }

    /** Says nothing of the environment, nor of the store, whose address may hold a password. */
    @Override
    public String toString() {
        return "IntakeRequest[" + listen + "]";
    }
}
