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
}
