package dev.byline.source;

import dev.byline.diagnostic.Place;
import dev.byline.site.Body;
import java.nio.file.Path;

/**
 * A Markdown file: front matter and body.
 *
 * @param path below the site's folder
 * @param file where it was read from
 */
public record TextFile(String path, Path file, Value.Mapping frontMatter, Body body) {
    /** The file as a whole. */
    public Place place() {
        return Place.of(path);
    }
}
