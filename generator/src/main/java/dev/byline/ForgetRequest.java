package dev.byline;

import java.nio.file.Path;
import java.time.Instant;

/**
 * Whom to forget.
 *
 * @param site the site's folder
 * @param at the moment of the run
 * @param who a handle, the address of a profile, or the id of something that they said
 * @param dryRun whether to tell only what would go
 */
public record ForgetRequest(Path site, Instant at, String who, boolean dryRun) {}
