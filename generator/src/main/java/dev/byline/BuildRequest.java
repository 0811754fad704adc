package dev.byline;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What to build, and where to.
 *
 * @param site the site's folder
 * @param output where the site goes
 * @param drafts where the post drafts go
 * @param at the moment that decides what is scheduled or expired
 */
public record BuildRequest(Path site, Path output, Path drafts, Instant at) {
    /** A build into the folders that are meant for it, {@code target/site} and {@code target/drafts}. */
    public static BuildRequest of(Path site, Instant at) {
        return new BuildRequest(site, defaultOutput(site), defaultDrafts(site), at);
    }

    /** Where a site goes unless told otherwise. */
    public static Path defaultOutput(Path site) {
        return site.resolve("target").resolve("site");
    }

    /** Where drafts go unless told otherwise. */
    public static Path defaultDrafts(Path site) {
        return site.resolve("target").resolve("drafts");
    }
}
