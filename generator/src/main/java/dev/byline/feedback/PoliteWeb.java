package dev.byline.feedback;

import dev.byline.remote.Http;
import dev.byline.remote.Pacing;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps to the limits that servers set: waits where they ask for a wait that is not too long, and asks no more for this run
 * where it is, or where a server cannot be reached. For one thread.
 *
 * @see <a href="https://docs.joinmastodon.org/api/rate-limits/">Mastodon: X-RateLimit-Reset is a moment</a>
 * @see <a href="https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api">GitHub: 403 as
 *     well as 429, x-ratelimit-reset in seconds since 1970</a>
 */
public final class PoliteWeb implements Web {
    /** How often one thing is asked. */
    private static final int TRIES = 3;

    /** Connections that fail one after the other before a server is taken to be down. */
    private static final int DOWN = 3;

    /** A server that gives no sensible wait is asked again after this. */
    private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    /** A server whose limit ended before now, by its own clock, is given this. */
    private static final Duration LEAST_WAIT = Duration.ofMillis(200);

    private static final String[] RESET = {"X-RateLimit-Reset", "RateLimit-Reset"};
    private static final String[] REMAINING = {"X-RateLimit-Remaining", "RateLimit-Remaining"};

    private final Web web;
    private final Duration patience;
    private final Consumer<Duration> pause;
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Duration> owed = new HashMap<>();
    private final Map<String, String> closed = new HashMap<>();

    /**
     * Stands before another.
     *
     * @param patience longer waits are not waited
     * @param pause waits
     */
    public PoliteWeb(Web web, Duration patience, Consumer<Duration> pause) {
        this.web = web;
        this.patience = patience;
        this.pause = pause;
    }

    @Override
    public Http.Answer ask(Question question) {
        String server = String.valueOf(question.address().getAuthority());
        Duration before = owed.remove(server);
        if (before != null) {
            pauseOrClose(server, before);
        }
        for (int tries = 1; !closed.containsKey(server); tries++) {
            Http.Answer answer = web.ask(question);
            if (!(answer instanceof Http.Answer.Got got)) {
                if (failures.merge(server, 1, Integer::sum) >= DOWN) {
                    closed.put(server, ((Http.Answer.Failed) answer).reason());
                }
                return answer;
            }
            failures.remove(server);
            Duration wait = Pacing.pause(got.headers(), RESET).orElse(USUAL_WAIT);
            if (!isLimited(got)) {
                if (isUsedUp(got.headers())) {
                    owed.put(server, wait);
                }
                return answer;
            }
            if (tries == TRIES) {
                closed.put(server, "asked too often");
            } else {
                pauseOrClose(server, wait);
            }
        }
        return new Http.Answer.Failed(closed.get(server));
    }

    private void pauseOrClose(String server, Duration wait) {
        if (wait.compareTo(patience) > 0) {
            closed.put(server, "asked too often; the server wants to be left alone for " + wait.toSeconds() + " s");
        } else {
            pause.accept(wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait);
        }
    }

    private static boolean isLimited(Http.Answer.Got got) {
        boolean saysWhen = got.headers().firstValue("Retry-After").isPresent();
        return switch (got.status()) {
            case 429 -> true;
            case 503 -> saysWhen;
            case 403 -> saysWhen || isUsedUp(got.headers());
            default -> false;
        };
    }

    /** Whether the server says that nothing more may be asked before a moment that it names. */
    private static boolean isUsedUp(HttpHeaders headers) {
        boolean none = false;
        for (String header : REMAINING) {
            Optional<String> left = headers.firstValue(header);
            none |= left.isPresent() && left.get().matches("0(?:\\.0*)?");
        }
        return none && Pacing.pause(headers, RESET).isPresent();
    }
}
