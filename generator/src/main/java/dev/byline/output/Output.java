package dev.byline.output;

import java.nio.file.Path;

/** Takes the files that a build makes. May be called by several threads. */
public interface Output {
    /**
     * Takes a file.
     *
     * @param path below the output's root, with {@code /} between parts
     */
    void put(String path, byte[] content);

    /** Takes a copy of a file, however large. */
    void copy(String path, Path source);

    /** Whether the file that was handed over for this path last time is there as it was. */
    default boolean holds(String path) {
        return false;
    }

    /** Takes that file again; only of one that it {@link #holds}. */
    default void keep(String path) {
        throw new IllegalStateException("nothing is held: " + path);
    }
}
