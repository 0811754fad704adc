package dev.byline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * What to gather answers for.
 *
 * @param site the site's folder
 * @param at the moment of the run
 * @param patience how long one answer of a server may take
 */
public record GatherRequest(Path site, Instant at, Duration patience) {}
