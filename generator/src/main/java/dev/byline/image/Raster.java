package dev.byline.image;

import dev.byline.site.ImageFacts;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes, shrinks and turns pixels. What comes out is sRGB, with transparency where the source has it. */
final class Raster {
    private Raster() {}

    /**
     * Decodes an image, turned as it is shown.
     *
     * @param step only each so-many-th pixel and line is kept, so that large images fit into memory
     * @param width the width wanted, as shown; the image is never enlarged
     */
    static BufferedImage read(Path file, ImageFacts facts, int step, int width) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers =
                    ImageIO.getImageReadersByFormatName(facts.format().name().toLowerCase(Locale.ROOT));
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                boolean[] cut = new boolean[1];
                reader.addIIOReadWarningListener((source, warning) ->
                        cut[0] |= warning.toLowerCase(Locale.ROOT).contains("premature"));
                ImageReadParam parameters = reader.getDefaultReadParam();
                parameters.setSourceSubsampling(step, step, 0, 0);
                BufferedImage image = reader.read(0, parameters);
                if (cut[0]) {
                    throw new IOException("it ends too early");
                }
                boolean onItsSide = facts.orientation() > 4;
                int stored =
                        onItsSide ? (int) Math.round((double) image.getWidth() * width / image.getHeight()) : width;
                return turned(shrunk(image, Math.min(stored, image.getWidth())), facts.orientation());
            } finally {
                reader.dispose();
            }
        }
    }

    /**
     * Shrinks to a width. Halving takes the mean of four pixels, so nothing is skipped; the last step is less than a
     * half.
     */
    static BufferedImage shrunk(BufferedImage image, int width) {
        BufferedImage current = image;
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        while (current.getWidth() >= width * 2) {
            current = drawn(current, current.getWidth() / 2, Math.max(1, current.getHeight() / 2), type);
        }
        int height = Math.max(1, (int) Math.round((double) image.getHeight() * width / image.getWidth()));
        return current.getWidth() == width && current.getType() == type ? current : drawn(current, width, height, type);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, int type) {
        BufferedImage drawn = new BufferedImage(width, height, type);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    /** As of EXIF 2.32, tag 274: 1 is upright, 2 mirrored, 3 upside down, 6 to be turned to the right ... */
    private static BufferedImage turned(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        boolean onItsSide = orientation > 4;
        BufferedImage turned =
                new BufferedImage(onItsSide ? height : width, onItsSide ? width : height, image.getType());
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        return turned;
    }
}
