package dev.byline.site;

/**
 * What is known of an image without decoding it.
 *
 * @param width in pixels, as shown
 * @param height in pixels, as shown
 * @param orientation how the stored pixels are to be turned, 1 to 8, as EXIF counts; 1 is not at all
 */
public record ImageFacts(ImageFormat format, int width, int height, int orientation) {
    public ImageFacts {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("an image of " + width + " x " + height);
        }
    }

    /** Whether it is stored otherwise than it is shown. */
    public boolean isTurned() {
        return orientation > 1;
    }
}
