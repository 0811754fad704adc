package dev.byline.publish;

import dev.byline.remote.Http;

/** Carries one request to a server and brings its answer. */
@FunctionalInterface
public interface Wire {
    Http.Answer send(Http.Call call);
}
