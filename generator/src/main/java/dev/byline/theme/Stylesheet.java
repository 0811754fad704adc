package dev.byline.theme;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.page.Asset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The theme's style sheet: its parts one after the other, then the site's options.
 *
 * <p>A site replaces a part with a file of the same name in {@code templates/css/}, and adds to all of them with {@code
 * templates/css/site.css}.
 */
public final class Stylesheet {
    private static final List<String> PARTS =
            List.of("tokens", "base", "layout", "people", "lists", "article", "content", "feedback");

    private static final String LETTERS = "newsletter";

    /**
     * What stands as it is: a quoted text, anything without space. What loses the space around it: a mark that ends
     * something. What becomes one space: comments and white space. A space before {@code :} or around {@code +} has a
     * meaning in selectors and sums, so those keep theirs.
     */
    private static final Pattern TOKEN =
            Pattern.compile("(?<text>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|[^\\s/{};,\"']+|/(?!\\*))"
                    + "|(?:\\s|/\\*(?:[^*]|\\*(?!/))*\\*/)*(?<mark>[{};,])(?:\\s|/\\*(?:[^*]|\\*(?!/))*\\*/)*"
                    + "|(?:\\s|/\\*(?:[^*]|\\*(?!/))*\\*/)+");

    private Stylesheet() {}

    /**
     * The whole sheet.
     *
     * @param options the theme's options in {@code site.yml}
     * @param overrides the site's {@code templates/}, if there is one
     */
    public static Asset of(Map<String, String> options, Optional<Path> overrides, Diagnostics diagnostics) {
        StringBuilder css = parts(PARTS, overrides, diagnostics);
        Colors colors = new Colors(options);
        colors.check(diagnostics);
        css.append(colors.css());
        own("site", overrides).ifPresent(file -> css.append(read(file, diagnostics)));
        return Asset.of("byline", "css", minified(css.toString()));
    }

    /** What a feed looks like in a browser; its part comes first, because namespaces have to. */
    public static Asset ofFeeds(Map<String, String> options, Optional<Path> overrides, Diagnostics diagnostics) {
        StringBuilder css = parts(List.of("feed", "tokens"), overrides, diagnostics);
        return Asset.of(
                "feed", "css", minified(css.append(new Colors(options).css()).toString()));
    }

    private static StringBuilder parts(List<String> parts, Optional<Path> overrides, Diagnostics diagnostics) {
        StringBuilder css = new StringBuilder();
        parts.forEach(part -> css.append(part(part, overrides, diagnostics)));
        return css;
    }

    /**
     * The style sheet of newsletters, with the site's accent in it: many mail programs know no custom property.
     *
     * @param options the theme's options in {@code site.yml}
     */
    public static String ofLetters(Map<String, String> options, Optional<Path> overrides, Diagnostics diagnostics) {
        return part(LETTERS, overrides, diagnostics).replace("var(--accent)", new Colors(options).color("accent"));
    }

    /** The file of that style sheet, as diagnostics name it. */
    public static Place placeOfLetters(Optional<Path> overrides) {
        String file = "css/" + LETTERS + ".css";
        return Place.of(own(LETTERS, overrides).isPresent() ? "templates/" + file : "theme:" + file);
    }

    /** Without comments and needless white space; what stands in quotes is left as it is. */
    static String minified(String css) {
        StringBuilder small = new StringBuilder(css.length());
        Matcher tokens = TOKEN.matcher(css);
        while (tokens.find()) {
            if (tokens.group("text") != null) {
                small.append(tokens.group());
            } else if (tokens.group("mark") != null) {
                small.append(tokens.group("mark"));
            } else {
                small.append(' ');
            }
        }
        return small.toString().strip().replace(";}", "}") + "\n";
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
