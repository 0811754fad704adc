package dev.byline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What to gather answers for.
 *
 * @param site the site's folder
 * @param at the moment of the run
 * @param environment where secrets are: no other place holds any
 * @param patience how long one answer of a server may take
 * @param sources the ids of the sources to ask; all where it is empty
 * @param since only pieces that have come out since then are asked about on networks
 * @param all whether sources that tell what is new are asked for everything again
 */
public record GatherRequest(
        Path site,
        Instant at,
        Map<String, String> environment,
        Duration patience,
        Set<String> sources,
        Instant since,
        boolean all) {
    public GatherRequest {
        environment = Map.copyOf(environment);
        sources = Set.copyOf(sources);
    }

    /** From all sources, for all pieces, what is new. */
    public static GatherRequest of(Path site, Instant at, Map<String, String> environment, Duration patience) {
        return new GatherRequest(site, at, environment, patience, Set.of(), Instant.MIN, false);
    }

    /** Says nothing of the environment, which holds secrets. */
    @Override
    public String toString() {
        return "GatherRequest[" + site + "]";
    }
}
