package dev.byline.publish;

import dev.byline.remote.Http;
import java.time.Duration;
import java.util.Optional;

/** Carries one request to a server and brings its answer. */
@FunctionalInterface
public interface Wire {
    Http.Answer send(Http.Call call);

    /** How long a request must not be sent at all; empty where it may be. */
    default Optional<Duration> closedFor(Http.Call call) {
        return Optional.empty();
    }
}
