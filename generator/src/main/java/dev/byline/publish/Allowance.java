package dev.byline.publish;

import dev.byline.remote.Http;
import dev.byline.remote.Pacing;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps an account's requests within what its server says is left: after {@code X-RateLimit-Remaining: 0} the next one waits
 * until the limit ends, and where that is longer than our patience nothing more is sent in this run.
 *
 * <p>For one account, and one thread.
 */
final class Allowance implements Wire {
    /**
     * A way to say what is left.
     *
     * @param remaining the header with the number of requests
     * @param reset the header that tells when there will be more
     * @param ofEndpoint whether each method and path has its own number
     */
    private record Said(String remaining, String reset, boolean ofEndpoint) {}

    /**
     * How servers say it; capitals make no difference.
     *
     * @see <a href="https://docs.joinmastodon.org/api/rate-limits/">Mastodon; Akkoma and GoToSocial do as it does</a>
     * @see <a href="https://github.com/reddit-archive/reddit/wiki/API">Reddit: seconds until the reset</a>
     * @see <a href="https://docs.discord.com/developers/topics/rate-limits">Discord</a>
     * @see <a href="https://docs.bsky.app/docs/advanced-guides/rate-limits">Bluesky</a>
     * @see <a href="https://docs.x.com/fundamentals/rate-limits">X: each endpoint has its own limit</a>
     */
    private static final List<Said> WAYS = List.of(
            new Said("X-RateLimit-Remaining", "X-RateLimit-Reset", false),
            new Said("ratelimit-remaining", "ratelimit-reset", false),
            new Said("x-rate-limit-remaining", "x-rate-limit-reset", true));

    /** Stands for every request. */
    private static final String ALL = "";

    private static final int TOO_MANY_REQUESTS = 429;

    private final Wire wire;
    private final Pause pause;
    private final Duration patience;
    private final Map<String, Duration> waits = new HashMap<>();

    /**
     * Keeps one account's requests.
     *
     * @param patience the longest wait
     */
    Allowance(Wire wire, Pause pause, Duration patience) {
        this.wire = wire;
        this.pause = pause;
        this.patience = patience;
    }

    @Override
    public Optional<Duration> closedFor(Http.Call call) {
        return Optional.of(due(call)).filter(wait -> wait.compareTo(patience) > 0);
    }

    /** Relays and mail servers tell no limits. */
    @Override
    public <T, E extends Exception> T step(Step<T, E> step) throws E {
        return wire.step(step);
    }

    @Override
    public Http.Answer send(Http.Call call) {
        Duration wait = due(call);
        if (!wait.isZero()) {
            pause.of(wait);
            waits.remove(ALL);
            waits.remove(endpoint(call));
        }
        Http.Answer answer = wire.send(call);
        if (answer instanceof Http.Answer.Got got) {
            note(call, got.status(), got.headers());
        }
        return answer;
    }

    private Duration due(Http.Call call) {
        Duration ofAll = waits.getOrDefault(ALL, Duration.ZERO);
        Duration own = waits.getOrDefault(endpoint(call), Duration.ZERO);
        return ofAll.compareTo(own) > 0 ? ofAll : own;
    }

    private void note(Http.Call call, int status, HttpHeaders headers) {
        for (Said way : WAYS) {
            Optional<Duration> wait = headers.firstValue(way.remaining)
                    .filter(left -> left.matches("0+(\\.\\d+)?"))
                    .flatMap(none -> Pacing.told(headers, way.reset))
                    // After "too many requests" it is waited anyhow, unless that takes too long.
                    .filter(told -> status != TOO_MANY_REQUESTS || told.compareTo(patience) > 0);
            wait.ifPresent(told -> waits.put(way.ofEndpoint ? endpoint(call) : ALL, told));
        }
    }

    private static String endpoint(Http.Call call) {
        return call.method() + " " + call.uri().getHost() + call.uri().getPath();
    }
}
