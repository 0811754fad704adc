package dev.byline.theme;

import dev.byline.page.Asset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The theme's scripts. No page needs one to be read. */
public final class Script {
    private Script() {}

    /** What makes the search page search. */
    public static Asset search() {
        try (InputStream in = Script.class.getResourceAsStream("/dev/byline/template/search.js")) {
            return Asset.of("search", "js", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new IllegalStateException("a broken jar: search.js", broken);
        }
    }
}
