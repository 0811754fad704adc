package dev.byline;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What to rehearse.
 *
 * @param site the site's folder
 * @param at the moment that decides what is due
 * @param approve whether drafts that nobody approved are rehearsed, too
 * @param rough whether connections are cut
 */
public record RehearsalRequest(Path site, Selection selection, Instant at, boolean approve, boolean rough) {}
