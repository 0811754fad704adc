package dev.byline;

/** Builds a site, as often as it is asked to; one that keeps its memory between builds is faster from the second on. */
@FunctionalInterface
public interface Rebuild {
    /** Builds once more. Is never asked twice at the same time. */
    BuildReport build();
}
