package dev.byline.publish;

import dev.byline.remote.Http;

/** Carries one request to a server and brings its answer. */
@FunctionalInterface
public interface Wire {
    Http.Answer send(Http.Call call);

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
