package dev.byline.theme;

import dev.byline.page.Image;
import dev.byline.page.Route;
import dev.byline.site.Question;
import dev.byline.site.Reads;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pictures of one build that pages can show.
 *
 * @param images by path
 * @param cards the paths of the share cards that there are
 * @param reads hears what is asked
 */
record Known(Map<String, Image> images, Set<String> cards, Reads reads) {
    /** What is known of an image at an address. */
    Optional<Image> image(Route route) {
        reads.read(Question.Kind.IMAGE, route.path());
        return Optional.ofNullable(images.get(route.path()));
    }

    /** Whether there is a share card at an address. */
    boolean isCard(Route route) {
        reads.read(Question.Kind.CARD, route.path());
        return cards.contains(route.path());
    }
}
