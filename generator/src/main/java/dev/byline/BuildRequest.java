package dev.byline;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What to build, and where to.
 *
 * @param site the site's folder
 * @param output where the site goes
 * @param drafts where the post drafts go
 * @param cache where what is dear to make (images in other sizes) is kept for the next build; may be deleted any time
 * @param at the moment that decides what is scheduled or expired
 * @param preview whether nobody but the writer sees the result: then it promises no address, and has pages of pieces that
 *     are not out
 */
public record BuildRequest(Path site, Path output, Path drafts, Path cache, Instant at, boolean preview) {
    /** A build into the folders that are meant for it, {@code target/site} and {@code target/drafts}. */
    public static BuildRequest of(Path site, Instant at) {
        return new BuildRequest(site, defaultOutput(site), defaultDrafts(site), defaultCache(site), at, false);
    }

    /**
     * A build for the writer's eyes, into {@code target/preview}: what is not out never lies where it could be deployed.
     */
    public static BuildRequest ofPreview(Path site, Instant at) {
        Path folder = site.resolve("target").resolve("preview");
        return of(site, at)
                .into(folder.resolve("site"), folder.resolve("drafts"))
                .asPreview();
    }

    /** The same build into other folders. */
    public BuildRequest into(Path otherOutput, Path otherDrafts) {
        return new BuildRequest(site, otherOutput, otherDrafts, cache, at, preview);
    }

    /** The same build, with another folder for what is dear to make. */
    public BuildRequest keepingIn(Path otherCache) {
        return new BuildRequest(site, output, drafts, otherCache, at, preview);
    }

    /** The same build, for the writer's eyes. */
    public BuildRequest asPreview() {
        return new BuildRequest(site, output, drafts, cache, at, true);
    }

    /** Where a site goes unless told otherwise. */
    public static Path defaultOutput(Path site) {
        return site.resolve("target").resolve("site");
    }

    /** Where a build keeps what is dear to make. */
    public static Path defaultCache(Path site) {
        return site.resolve("target").resolve("cache");
    }

    /** Where drafts go unless told otherwise. */
    public static Path defaultDrafts(Path site) {
        return site.resolve("target").resolve("drafts");
    }
}
