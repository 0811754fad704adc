package dev.byline.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The images of a site whose size is known, by their address. Threads may share it. */
public final class Images {
    private final Map<String, Image> byPath = new HashMap<>();

    public Images(Collection<Image> images) {
        images.forEach(image -> byPath.put(image.route().path(), image));
    }

    /** The image at an address of the site; empty for one whose size nobody knows. */
    public Optional<Image> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }
}
