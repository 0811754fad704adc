package dev.byline.site;

import java.nio.file.Path;

/**
 * A file that is published as it is.
 *
 * @param path below the folder that it was found in ({@code static/}, {@code articles/}), with {@code /} between parts
 * @param source where it is read from
 */
public record StaticFile(String path, Path source) {}
