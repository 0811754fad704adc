package dev.byline.page;

import java.util.List;

/**
 * An image as pages show it.
 *
 * @param route of the image itself
 * @param width in pixels, as shown
 * @param height in pixels, as shown
 * @param renditions the same image, smaller or in another format; those of one format stand together, by width
 */
public record Image(Route route, int width, int height, List<Rendition> renditions) {
    public Image {
        renditions = List.copyOf(renditions);
    }

    /**
     * The same image in another size or format.
     *
     * @param width in pixels
     * @param mediaType such as {@code image/webp}
     */
    public record Rendition(Route route, int width, String mediaType) {}
}
