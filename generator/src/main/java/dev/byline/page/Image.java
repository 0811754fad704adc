package dev.byline.page;

import dev.byline.site.ImageFacts;
import dev.byline.site.ImageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * An image as pages show it.
 *
 * @param route of the image itself
 * @param width in pixels, as shown
 * @param height in pixels, as shown
 * @param renditions the same image, smaller or in another format; those of one format stand together, by width
 */
public record Image(Route route, int width, int height, List<Rendition> renditions) {
    /** From a phone's column to a large screen's width at twice the density. */
    private static final int[] WIDTHS = {480, 800, 1200, 1600, 2400};

    /** For the few browsers without WebP, two sizes are enough. */
    private static final List<Integer> FALLBACK_WIDTHS = List.of(800, 1600);

    public Image {
        renditions = List.copyOf(renditions);
    }

    /**
     * The same image in another size or format.
     *
     * @param width in pixels
     */
    public record Rendition(Route route, int width, ImageFormat format) {}

    /**
     * An image with all of its renditions: photographs and screenshots that are wider than a phone's column get smaller
     * ones, drawings and moving images none.
     *
     * @param webp whether WebP can be written here
     */
    public static Image of(Route route, ImageFacts facts, BooleanSupplier webp) {
        boolean scaled =
                (facts.format() == ImageFormat.JPEG || facts.format() == ImageFormat.PNG) && facts.width() > WIDTHS[0];
        List<Rendition> renditions = new ArrayList<>();
        if (scaled) {
            boolean modern = webp.getAsBoolean();
            if (modern) {
                widths(facts).forEach(width -> renditions.add(rendition(route, width, ImageFormat.WEBP)));
            }
            if (facts.format() == ImageFormat.JPEG || !modern) {
                widths(facts)
                        .filter(width -> !modern || FALLBACK_WIDTHS.contains(width))
                        .forEach(width -> renditions.add(rendition(route, width, facts.format())));
            }
        }
        return new Image(route, facts.width(), facts.height(), renditions);
    }

    private static IntStream widths(ImageFacts facts) {
        return IntStream.of(WIDTHS).filter(width -> width < facts.width());
    }

    /** {@code drum.jpg} becomes {@code drum-800w.webp}; the old ending stays where two images differ by it only. */
    private static Rendition rendition(Route original, int width, ImageFormat format) {
        int dot = original.path().lastIndexOf('.');
        String name = original.path().substring(0, dot);
        String ending = original.path().substring(dot + 1);
        return new Rendition(new Route(name + "-" + ending + "-" + width + "w." + extension(format)), width, format);
    }

    private static String extension(ImageFormat format) {
        return switch (format) {
            case JPEG -> "jpg";
            default -> format.name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
