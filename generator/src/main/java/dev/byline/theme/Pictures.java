package dev.byline.theme;

import dev.byline.page.Image;
import dev.byline.page.Route;
import dev.byline.site.Picture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes views of images. */
final class Pictures {
    private final Known images;

    /**
     * Prepares for the images of one build.
     */
    Pictures(Known images) {
        this.images = images;
    }

    View.Picture of(Picture picture, Route route) {
        Optional<Image> image = images.image(route);
        return new View.Picture(
                route.encoded(),
                picture.alt(),
                picture.caption(),
                picture.credit(),
                image.map(Image::width).orElse(0),
                image.map(Image::height).orElse(0),
                image.map(Pictures::sources).orElse(List.of()));
    }

    private static List<View.Source> sources(Image image) {
        Map<String, List<View.Size>> byType = new LinkedHashMap<>();
        image.renditions()
                .forEach(rendition -> byType.computeIfAbsent(rendition.format().mediaType(), type -> new ArrayList<>())
                        .add(new View.Size(rendition.route().encoded(), rendition.width())));
        return byType.entrySet().stream()
                .map(entry -> new View.Source(entry.getKey(), entry.getValue()))
                .toList();
    }
}
