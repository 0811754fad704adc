package dev.byline.source;

import dev.byline.diagnostic.Place;

/**
 * A file that is all data.
 *
 * @param path below the site's folder
 */
public record DataFile(String path, Value.Mapping data) {
    /** The file as a whole. */
    public Place place() {
        return Place.of(path);
    }

    /** The file's name without folder and extension. */
    public String name() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.lastIndexOf('.'));
    }
}
