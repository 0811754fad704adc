package dev.byline.social;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Fills a template. */
@FunctionalInterface
public interface TextTemplates {
    /**
     * Fills the template of this name.
     *
     * @param language the language of its words
     * @return empty where the template fails; the reason has been told then
     */
    Optional<String> fill(String name, Locale language, Map<String, Object> model);
}
