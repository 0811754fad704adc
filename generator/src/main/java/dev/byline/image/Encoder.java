package dev.byline.image;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import dev.byline.site.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes pixels to files. */
final class Encoder {
    /** Where differences begin to be seen on photographs. */
    private static final float JPEG_QUALITY = 0.82f;

    private static final float WEBP_QUALITY = 0.78f;
    /** Text on a screenshot shows more than leaves on a tree. */
    private static final float WEBP_QUALITY_OF_PNG = 0.88f;

    /** Loaded with the first image, once: the coder is native, and not there for every machine. */
    private static final boolean WEBP = canWriteWebp();

    private Encoder() {}

    /** Whether WebP can be written on this machine. */
    static boolean writesWebp() {
        return WEBP;
    }

    private static boolean canWriteWebp() {
        try {
            Path probe = Files.createTempFile("byline", ".webp");
            try {
                write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), ImageFormat.WEBP, false, probe);
                return true;
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException | LinkageError | RuntimeException noNativePart) {
            return false;
        }
    }

    /** The one of the library itself: where plugins share a process, what is registered may be another's. */
    private static ImageWriter writer(ImageFormat format) throws IOException {
        return format == ImageFormat.WEBP
                ? new WebPImageWriterSpi().createWriterInstance(null)
                : ImageIO.getImageWritersByFormatName(format.name().toLowerCase(Locale.ROOT))
                        .next();
    }

    /**
     * Writes an image.
     *
     * @param sharp whether it comes from a PNG, and so may hold text and lines
     */
    static void write(BufferedImage image, ImageFormat format, boolean sharp, Path file) throws IOException {
        ImageWriter writer = writer(format);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (parameters instanceof WebPWriteParam webp) {
                webp.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                webp.setCompressionType("Lossy");
                webp.setCompressionQuality(sharp ? WEBP_QUALITY_OF_PNG : WEBP_QUALITY);
            } else if (format == ImageFormat.JPEG) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(JPEG_QUALITY);
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}
