package dev.byline.intake;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.theme.Messages;
import dev.byline.theme.Script;
import dev.byline.theme.Stylesheet;
import dev.byline.theme.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How pages of an intake look: as those of its site do.
 *
 * @param stylesheet the site's
 * @param script what makes the proof of work
 */
public record Look(Templates templates, Messages messages, String stylesheet, String script) {

    /**
     * Reads it from the theme, and from what the site has instead.
     *
     * @param overrides the site's {@code templates/}, if there is one
     * @param options the theme's options in {@code site.yml}
     */
    public static Look of(
            List<Locale> languages, Optional<Path> overrides, Map<String, String> options, Diagnostics diagnostics) {
        return new Look(
                new Templates(overrides),
                new Messages(languages, overrides, diagnostics),
                Stylesheet.of(options, overrides, diagnostics).content(),
                Script.work(overrides));
    }
}
