package dev.byline.memory;

import java.util.Map;

/**
 * A page as it was made.
 *
 * @param shape its own fingerprint
 * @param trace what it asked of the site
 * @param files what was written for it: paths below the output, with their lengths in bytes
 */
public record RememberedPage(long shape, Trace trace, Map<String, Long> files) {
    public RememberedPage {
        files = Map.copyOf(files);
    }
}
