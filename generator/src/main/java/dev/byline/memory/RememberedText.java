package dev.byline.memory;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.markdown.Written;
import java.util.List;

/**
 * A text as it was rendered.
 *
 * @param source the fingerprint of its file
 * @param trace what it asked of the site
 * @param slot where its HTML lies
 * @param fingerprint of all that came of it
 * @param written what came of it
 * @param problems what was told of it, in no order
 */
public record RememberedText(
        long source, Trace trace, Shelf.Slot slot, long fingerprint, Written written, List<Diagnostic> problems) {
    public RememberedText {
        problems = List.copyOf(problems);
    }
}
