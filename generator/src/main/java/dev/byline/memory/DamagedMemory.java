package dev.byline.memory;

/** What was remembered of the last build cannot be what it wrote down: all is made anew. */
public final class DamagedMemory extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedMemory(String reason) {
        super(reason);
    }
}
