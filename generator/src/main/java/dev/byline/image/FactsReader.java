package dev.byline.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.gif.GifHeaderDirectory;
import com.drew.metadata.heif.HeifDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.site.ImageFacts;
import dev.byline.site.ImageFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the head of an image file. Trusts nothing; no pixel is decoded. */
public final class FactsReader {
    /** A photograph of twice the largest camera's size; more is an accident or meant to exhaust memory. */
    private static final long MOST_PIXELS = 200_000_000;

    private FactsReader() {}

    /**
     * What an image is.
     *
     * @param format that its name claims
     * @return empty for a file that is no sound image (told as an error) and for a format whose size is not known (ICO)
     */
    public static Optional<ImageFacts> read(Path file, ImageFormat format, Place place, Diagnostics diagnostics) {
        try {
            // A file that is not what its name says was told of when it was found.
            if (format == ImageFormat.ICO || !isOne(file, format)) {
                return Optional.empty();
            }
            Optional<ImageFacts> facts =
                    format == ImageFormat.SVG ? Drawing.read(file, place, diagnostics) : head(file, format);
            if (facts.isEmpty() && format != ImageFormat.SVG && format != ImageFormat.AVIF) {
                broken(place, "its size cannot be read", diagnostics);
            }
            return facts.filter(known -> isBearable(known, place, diagnostics));
        } catch (IOException | ImageProcessingException unreadable) {
            broken(place, "its head cannot be read", diagnostics);
            return Optional.empty();
        }
    }

    private static boolean isOne(Path file, ImageFormat format) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ImageFormat.of(in.readNBytes(ImageFormat.HEAD)).equals(Optional.of(format));
        }
    }

    static void broken(Place place, String reason, Diagnostics diagnostics) {
        diagnostics.error(place, "a broken image: " + reason, "export it again");
    }

    private static boolean isBearable(ImageFacts facts, Place place, Diagnostics diagnostics) {
        boolean bearable = facts.format() == ImageFormat.SVG || (long) facts.width() * facts.height() <= MOST_PIXELS;
        if (!bearable) {
            diagnostics.error(
                    place,
                    "an image of " + facts.width() + " x " + facts.height() + " pixels",
                    "make it smaller: 200 million pixels are the most that is opened");
        }
        return bearable;
    }

    private static Optional<ImageFacts> head(Path file, ImageFormat format)
            throws IOException, ImageProcessingException {
        Metadata metadata;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            metadata = ImageMetadataReader.readMetadata(in);
        }
        return switch (format) {
            case PNG ->
                size(metadata, PngDirectory.class, PngDirectory.TAG_IMAGE_WIDTH, PngDirectory.TAG_IMAGE_HEIGHT, format);
            case JPEG ->
                size(
                        metadata,
                        JpegDirectory.class,
                        JpegDirectory.TAG_IMAGE_WIDTH,
                        JpegDirectory.TAG_IMAGE_HEIGHT,
                        format);
            case GIF ->
                size(
                        metadata,
                        GifHeaderDirectory.class,
                        GifHeaderDirectory.TAG_IMAGE_WIDTH,
                        GifHeaderDirectory.TAG_IMAGE_HEIGHT,
                        format);
            case WEBP ->
                size(
                        metadata,
                        WebpDirectory.class,
                        WebpDirectory.TAG_IMAGE_WIDTH,
                        WebpDirectory.TAG_IMAGE_HEIGHT,
                        format);
            case AVIF ->
                size(
                        metadata,
                        HeifDirectory.class,
                        HeifDirectory.TAG_IMAGE_WIDTH,
                        HeifDirectory.TAG_IMAGE_HEIGHT,
                        format);
            case SVG, ICO -> Optional.empty();
        };
    }

    private static Optional<ImageFacts> size(
            Metadata metadata, Class<? extends Directory> type, int widthTag, int heightTag, ImageFormat format) {
        for (Directory directory : metadata.getDirectoriesOfType(type)) {
            Integer width = directory.getInteger(widthTag);
            Integer height = directory.getInteger(heightTag);
            if (width != null && height != null && width > 0 && height > 0) {
                int orientation = format == ImageFormat.JPEG ? orientation(metadata) : 1;
                // From 5 on the image lies on its side.
                return Optional.of(
                        orientation > 4
                                ? new ImageFacts(format, height, width, orientation)
                                : new ImageFacts(format, width, height, orientation));
            }
        }
        return Optional.empty();
    }

    /** As of EXIF 2.32, tag 274; what is out of range is 1. */
    private static int orientation(Metadata metadata) {
        ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer orientation = exif == null ? null : exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        return orientation != null && orientation >= 1 && orientation <= 8 ? orientation : 1;
    }
}
