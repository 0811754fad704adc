package dev.byline.site;

import dev.byline.diagnostic.Place;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A page outside the blog's stream: about, imprint, privacy.
 *
 * @param id its path below {@code pages/} without extension
 * @param path its address below its language's root, without slashes at the ends: {@code about}
 * @param translationOf the id of the page that this one translates
 * @param custom for themes of one's own
 */
public record StaticPage(
        String id,
        Place place,
        String title,
        String path,
        Locale language,
        boolean draft,
        Optional<String> translationOf,
        String summary,
        Map<String, Object> custom,
        Body body) {}
