package dev.byline;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What a person found out about posts that were sent without an answer, on networks that cannot be asked.
 *
 * @param site the site's folder
 * @param selection which posts
 * @param isOut whether they are there
 */
public record SettleRequest(Path site, Selection selection, Instant at, boolean isOut) {}
