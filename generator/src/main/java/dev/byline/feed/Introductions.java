package dev.byline.feed;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Fills the template of what a feed says to a person who opens it. */
@FunctionalInterface
public interface Introductions {
    /**
     * Fills it.
     *
     * @return HTML; empty where the template fails, the reason has been told then
     */
    Optional<String> fill(Locale language, Map<String, Object> model);
}
