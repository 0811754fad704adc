package dev.byline.check;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.byline.check.feed.Breach;
import dev.byline.check.feed.FeedRules;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Severity;
import dev.byline.page.Page;
import dev.byline.site.FeedFormat;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the feeds are what their formats ask, can be read, and lead with each of their entries to something. */
final class Syndicated {
    private final URI site;
    private final Map<String, byte[]> files;
    private final Diagnostics found;

    Syndicated(URI site, Map<String, byte[]> files, Diagnostics found) {
        this.site = site;
        this.files = files;
        this.found = found;
    }

    void check(List<Page.Feed> feeds) {
        feeds.parallelStream()
                .filter(feed -> files.containsKey(feed.route().file()))
                .forEach(this::check);
    }

    private void check(Page.Feed feed) {
        String file = feed.route().file();
        byte[] content = files.get(file);
        List<Breach> breaches = FeedRules.breaches(feed.format(), feed.route().under(site), content);
        breaches.forEach(breach -> tell(breach.rule(), breach.severity(), file, breach.message()));
        if (feed.format() != FeedFormat.JSON) {
            read(file, content);
        }
    }

    private void read(String file, byte[] content) {
        try {
            List<SyndEntry> entries = new SyndFeedInput()
                    .build(new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8))
                    .getEntries();
            for (SyndEntry entry : entries) {
                String link = entry.getLink() == null ? "" : entry.getLink();
                if (link.startsWith(site.toString())
                        && !leads(link.substring(site.toString().length()))) {
                    tell("feed-link", Severity.ERROR, file, "an entry that leads to nothing: " + link);
                }
            }
        } catch (FeedException | IllegalArgumentException broken) {
            tell("feed", Severity.ERROR, file, "a feed that reader programs cannot read: " + broken.getMessage());
        }
    }

    private boolean leads(String path) {
        try {
            String decoded = URI.create("/" + path).getPath().substring(1);
            return files.containsKey(decoded.isEmpty() || decoded.endsWith("/") ? decoded + "index.html" : decoded);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private void tell(String rule, Severity severity, String file, String message) {
        Optional<String> hint = severity == Severity.NOTICE
                ? Optional.empty()
                : Optional.of("this is a mistake in Byline: please report it");
        found.add(new Diagnostic(severity, Place.of("theme:/" + file), message, hint, rule));
    }
}
