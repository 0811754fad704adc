package dev.byline.theme;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The theme's style sheet: its parts one after the other, then the site's options.
 *
 * <p>A site replaces a part with a file of the same name in {@code templates/css/}, and adds to all of them with {@code
 * templates/css/site.css}.
 */
public final class Stylesheet {
    private static final List<String> PARTS =
            List.of("tokens", "base", "layout", "people", "lists", "article", "content", "feedback");

    private Stylesheet() {}

    /**
     * The whole sheet.
     *
     * @param options the theme's options in {@code site.yml}
     * @param overrides the site's {@code templates/}, if there is one
     */
    public static byte[] of(Map<String, String> options, Optional<Path> overrides, Diagnostics diagnostics) {
        StringBuilder css = new StringBuilder();
        PARTS.forEach(part -> css.append(part(part, overrides, diagnostics)));
        if (options.containsKey("accent")) {
            css.append(":root {\n  --accent-base: ")
                    .append(options.get("accent"))
                    .append(";\n}\n");
        }
        own("site", overrides).ifPresent(file -> css.append(read(file, diagnostics)));
        return css.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String part(String name, Optional<Path> overrides, Diagnostics diagnostics) {
        Optional<Path> own = own(name, overrides);
        if (own.isPresent()) {
            return read(own.get(), diagnostics);
        }
        try (InputStream in = Stylesheet.class.getResourceAsStream("/dev/byline/template/css/" + name + ".css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("a broken jar: " + name + ".css", broken);
        }
    }

    private static Optional<Path> own(String name, Optional<Path> overrides) {
        return overrides
                .map(folder -> folder.resolve("css").resolve(name + ".css"))
                .filter(Files::isRegularFile);
    }

    private static String read(Path file, Diagnostics diagnostics) {
        try {
            return Files.readString(file) + "\n";
        } catch (IOException unreadable) {
            diagnostics.error(
                    Place.of("templates/css/" + file.getFileName()),
                    "cannot be read: " + unreadable.getMessage(),
                    "save it as UTF-8");
            return "";
        }
    }
}
