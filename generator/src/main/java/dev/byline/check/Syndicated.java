package dev.byline.check;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether the feeds can be read, and whether each of their entries leads to something. */
final class Syndicated {
    private final String site;
    private final Map<String, byte[]> files;
    private final Diagnostics found;

    Syndicated(String site, Map<String, byte[]> files, Diagnostics found) {
        this.site = site;
        this.files = files;
        this.found = found;
    }

    void check() {
        files.keySet().stream()
                .filter(file -> file.endsWith("feed.xml") || file.endsWith("atom.xml"))
                .forEach(this::check);
    }

    private void check(String file) {
        try {
            SyndFeed feed = new SyndFeedInput()
                    .build(new InputStreamReader(new ByteArrayInputStream(files.get(file)), StandardCharsets.UTF_8));
            Set<String> ids = new HashSet<>();
            for (SyndEntry entry : feed.getEntries()) {
                String link = entry.getLink() == null ? "" : entry.getLink();
                if (link.startsWith(site) && !leads(link.substring(site.length()))) {
                    error("feed-link", file, "an entry that leads to nothing: " + link);
                }
                if (!ids.add(entry.getUri())) {
                    error("feed-id", file, "two entries with the id " + entry.getUri());
                }
            }
        } catch (FeedException | IllegalArgumentException broken) {
            error("feed", file, "a feed that reader programs cannot read: " + broken.getMessage());
        }
    }

    private boolean leads(String path) {
        try {
            String decoded = java.net.URI.create("/" + path).getPath().substring(1);
            return files.containsKey(decoded.isEmpty() || decoded.endsWith("/") ? decoded + "index.html" : decoded);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private void error(String rule, String file, String message) {
        found.add(Diagnostic.error(Place.of("theme:/" + file), message, "this is a mistake in Byline: please report it")
                .by(rule));
    }
}
