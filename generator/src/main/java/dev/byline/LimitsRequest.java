package dev.byline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Whose servers to ask what they let a post be.
 *
 * @param site the site's folder
 * @param at the moment that decides what is scheduled or expired
 * @param environment says which server an account is on, where that is not the one of its handle; the names are those
 *     of docs/publishing.md
 * @param patience how long one answer may take
 */
public record LimitsRequest(Path site, Instant at, Map<String, String> environment, Duration patience) {
    public LimitsRequest {
        environment = Map.copyOf(environment);
    }

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return "limits of " + site + " at " + at;
    }
}
