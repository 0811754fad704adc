package dev.byline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What to check.
 *
 * @param site the site's folder
 * @param at the moment that decides what is scheduled or expired
 * @param external how long one answer of another host may take; empty where links to other hosts are not to be followed
 * @param identity the same for profiles, which are asked whether they link back; empty where they are not to be asked
 */
public record CheckRequest(Path site, Instant at, Optional<Duration> external, Optional<Duration> identity) {}
