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

    /**
     * Takes one step of an exchange that is no HTTP: says one thing to a relay or a mail server and hears the answer. Whoever
     * sits on the wire sees each step, as each request.
     */
    default <T, E extends Exception> T step(Step<T, E> step) throws E {
        return step.take();
    }

    /**
     * A step.
     *
     * @param <T> what it brings
     * @param <E> how it fails
     */
    @FunctionalInterface
    interface Step<T, E extends Exception> {
        T take() throws E;
    }
}
