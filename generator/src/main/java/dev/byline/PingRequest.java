package dev.byline;

import dev.byline.websub.Told;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Which site's hubs to tell of what is new in its feeds.
 *
 * @param site the site's folder
 * @param output where the site was built to
 * @param state the file that remembers what hubs were told of
 * @param at the moment that decides what is scheduled or expired
 * @param patience how long one answer of a hub may take
 * @param dryRun whether to tell nobody and write nothing
 */
public record PingRequest(Path site, Path output, Path state, Instant at, Duration patience, boolean dryRun) {
    /** Where it is remembered what hubs were told of, unless told otherwise. */
    public static Path defaultState(Path site) {
        return site.resolve(Told.FILE);
    }
}
