package dev.byline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Which posts to take back.
 *
 * @param site the site's folder
 * @param selection names an article at least
 * @param environment holds the tokens
 * @param patience how long one answer may take, and the longest wait that a busy network may ask for
 * @param dryRun whether to ask nobody and write nothing
 */
public record WithdrawRequest(
        Path site,
        Selection selection,
        Clock clock,
        Map<String, String> environment,
        Duration patience,
        boolean dryRun) {
    public WithdrawRequest {
        environment = Map.copyOf(environment);
    }

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return "withdraw " + site + " " + selection;
    }
}
