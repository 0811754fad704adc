package dev.byline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Which comments to bring along from another system.
 *
 * @param site the site's folder
 * @param at the moment of the run
 * @param system one of {@link Byline#archives}
 * @param archive the file that the system gave out, or the folder
 * @param pages what a page is called in the archive, to the id of its article, where the address does not tell
 * @param pending whether somebody looks at everything first, also at what was shown there
 */
public record ImportRequest(
        Path site, Instant at, String system, Path archive, Map<String, String> pages, boolean pending) {
    public ImportRequest {
        pages = Map.copyOf(pages);
    }
}
