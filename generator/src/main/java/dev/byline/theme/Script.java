package dev.byline.theme;

import dev.byline.page.Asset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The theme's scripts. No page needs one to be read. */
public final class Script {
    private Script() {}

    /**
     * What makes the search page search.
     *
     * @param overrides the site's {@code templates/}, if there is one
     */
    public static Asset search(Optional<Path> overrides) {
        return Asset.of("search", "js", text("search.js", overrides));
    }

    /**
     * What copies a draft's text from the desk.
     *
     * @param overrides the site's {@code templates/}, if there is one
     */
    public static String desk(Optional<Path> overrides) {
        return text("desk.js", overrides);
    }

    /**
     * What works for a form of the intake.
     *
     * @param overrides the site's {@code templates/}, if there is one
     */
    public static String work(Optional<Path> overrides) {
        return text("work.js", overrides);
    }

    private static String text(String name, Optional<Path> overrides) {
        Optional<Path> own = overrides.map(folder -> folder.resolve(name)).filter(Files::isRegularFile);
        try (InputStream in = own.isPresent()
                ? Files.newInputStream(own.get())
                : Script.class.getResourceAsStream("/dev/byline/template/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }
}
