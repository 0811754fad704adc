package dev.byline.page;

import dev.byline.site.ImageFacts;
import dev.byline.site.Site;
import dev.byline.site.StaticFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The images of a site whose size is known. Threads may share it. */
public final class Images {
    private final Map<Path, ImageFacts> facts;
    private final Map<String, StaticFile> staticFiles = new HashMap<>();
    private final BooleanSupplier webp;

    /**
     * Prepares for the images of one site.
     *
     * @param facts by file
     * @param webp whether WebP can be written here; asked for images that are scaled only
     */
    public Images(Site site, Map<Path, ImageFacts> facts, BooleanSupplier webp) {
        this.facts = Map.copyOf(facts);
        this.webp = webp;
        site.staticFiles().forEach(file -> staticFiles.put(file.path(), file));
    }

    /** What is known of a file, if it is an image. */
    public Optional<ImageFacts> facts(Path file) {
        return Optional.ofNullable(facts.get(file));
    }

    /** The file behind an address in {@code static/}, if it is an image: {@code /images/logo.svg}. */
    public Optional<Path> staticFile(String src) {
        return src.startsWith("/")
                ? Optional.ofNullable(staticFiles.get(src.substring(1)))
                        .map(StaticFile::source)
                        .filter(facts::containsKey)
                : Optional.empty();
    }

    /** A file of the site as an image at an address. */
    public Optional<Image> at(Route route, Path file) {
        return facts(file).map(known -> Image.of(route, known, webp));
    }

    /** The image that a link leads to. */
    public Optional<Image> of(Target target) {
        if (target instanceof Target.Attached attached) {
            return at(attached.route(), attached.file().source());
        }
        return target instanceof Target.Internal internal
                ? Optional.ofNullable(staticFiles.get(internal.path()))
                        .flatMap(file -> at(new Route(internal.path()), file.source()))
                : Optional.empty();
    }
}
