package dev.byline.preview;

import dev.byline.diagnostic.Diagnostic;
import java.util.List;

/** Makes the pages out of the sources, as often as it is asked to. Is never asked twice at the same time. */
@FunctionalInterface
public interface Build {
    /** Builds; the pages are as they were before where there is an error among the diagnostics. */
    Outcome run();

    /**
     * What a build did.
     *
     * @param changed whether any file of the output is not what it was
     */
    record Outcome(List<Diagnostic> diagnostics, boolean changed) {
        public Outcome {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
