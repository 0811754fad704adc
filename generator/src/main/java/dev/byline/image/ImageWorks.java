package dev.byline.image;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.page.Image;
import dev.byline.page.Route;
import dev.byline.site.ImageFacts;
import dev.byline.site.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Makes the published files of images, and keeps them for the next build. Threads may share it; however many there are,
 * the pixels that are open at once fit into a third of the memory.
 */
public final class ImageWorks {
    /** What the files are made by: to be changed with the code that makes them, so that old ones are not taken. */
    private static final String RECIPE = "byline images 1";

    /** A photograph that a camera stored on its side is published turned, and at most so long. */
    private static final int LONGEST_TURNED = 4096;

    private static final String ORIGINAL = "original";
    private static final int BYTES_A_PIXEL = 4;

    private final Shelf shelf;
    private final Digests digests;
    private final Diagnostics diagnostics;
    /** In kilobytes of pixels. */
    private final int budget = (int)
            Math.max(1024, Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 3 / 1024));

    private final Semaphore memory = new Semaphore(budget, true);

    /**
     * Opens the works.
     *
     * @param cache a folder of their own
     */
    public ImageWorks(Path cache, Diagnostics diagnostics) {
        this.shelf = new Shelf(cache.resolve("made"));
        this.digests = new Digests(cache.resolve("digests"));
        this.diagnostics = diagnostics;
    }

    /** Whether WebP can be written on this machine; the coder is native. */
    public static boolean writesWebp() {
        return Encoder.writesWebp();
    }

    /**
     * The published files of an image.
     *
     * @param place what is told of it where it is broken
     * @return file by address, the image itself first; empty where it is broken
     */
    public Map<Route, Path> make(Path source, ImageFacts facts, Image image, Place place) throws IOException {
        try {
            String key = Digests.of(RECIPE + " " + digests.of(source) + " " + names(image));
            Path folder = shelf.folder(key, aside -> make(source, facts, image, aside));
            Map<Route, Path> files = new LinkedHashMap<>();
            files.put(image.route(), folder.resolve(ORIGINAL));
            image.renditions().forEach(rendition -> files.put(rendition.route(), folder.resolve(name(rendition))));
            return files;
        } catch (BrokenImage broken) {
            FactsReader.broken(place, broken.getMessage(), diagnostics);
            return Map.of();
        }
    }

    /** Writes down what was learned of the files, for the next build. */
    public void close() {
        digests.remember();
    }

    private static List<String> names(Image image) {
        return image.renditions().stream().map(ImageWorks::name).toList();
    }

    private static String name(Image.Rendition rendition) {
        return rendition.width() + "." + rendition.format();
    }

    /** Pixels that cannot be read: the writer's matter, and not the disk's. */
    private static final class BrokenImage extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenImage(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private void make(Path source, ImageFacts facts, Image image, Path folder) throws IOException {
        boolean pixels = facts.format() == ImageFormat.JPEG || facts.format() == ImageFormat.PNG;
        if (!pixels) {
            strip(source, facts.format(), folder.resolve(ORIGINAL));
            return;
        }
        int widest = image.renditions().stream()
                .mapToInt(Image.Rendition::width)
                .max()
                .orElse(facts.width());
        if (facts.isTurned()) {
            // Its own file needs all the pixels that are published.
            double scale = Math.min(1.0, (double) LONGEST_TURNED / Math.max(facts.width(), facts.height()));
            widest = Math.max(widest, (int) (facts.width() * scale));
        }
        BufferedImage read = read(source, facts, widest);
        if (facts.isTurned()) {
            Encoder.write(read, facts.format(), false, folder.resolve(ORIGINAL));
        } else {
            strip(source, facts.format(), folder.resolve(ORIGINAL));
        }
        BufferedImage smaller = read;
        List<Image.Rendition> byWidth = image.renditions().stream()
                .sorted(Comparator.comparingInt(Image.Rendition::width).reversed())
                .toList();
        for (Image.Rendition rendition : byWidth) {
            // Each from the next larger: every pixel has its part in it, and little is done twice.
            smaller = Raster.shrunk(smaller, Math.min(rendition.width(), smaller.getWidth()));
            Encoder.write(
                    smaller, rendition.format(), facts.format() == ImageFormat.PNG, folder.resolve(name(rendition)));
        }
    }

    private BufferedImage read(Path source, ImageFacts facts, int width) throws IOException {
        long kilobytes = (long) facts.width() * facts.height() * BYTES_A_PIXEL / 1024 + 1;
        int step = 1;
        while (kilobytes / ((long) step * step) > budget) {
            step++;
        }
        int needed = (int) Math.min(budget, kilobytes / ((long) step * step) + 1);
        memory.acquireUninterruptibly(needed);
        try {
            return Raster.read(source, facts, step, width);
        } catch (IOException | RuntimeException broken) {
            // Decoders answer damaged data with whatever exception is at hand.
            throw new BrokenImage("its pixels cannot be read: " + broken.getMessage(), broken);
        } finally {
            memory.release(needed);
        }
    }

    private static void strip(Path source, ImageFormat format, Path to) throws IOException {
        try (InputStream in = new java.io.BufferedInputStream(Files.newInputStream(source), 1 << 16);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
            Originals.copy(in, out, format);
        } catch (java.io.EOFException cut) {
            throw new BrokenImage("it ends too early", cut);
        }
    }
}
