package dev.byline.understand;

import dev.byline.site.Localized;
import dev.byline.site.Settings.Feeds;
import dev.byline.source.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code feeds:} of {@code site.yml}. */
final class FeedsReader {
    private static final int DEFAULT_ENTRIES = 20;

    /** How often most reader programs look by themselves. */
    private static final int DEFAULT_MINUTES = 60;

    private static final int MINUTES_OF_A_WEEK = 7 * 24 * 60;

    static final Feeds DEFAULT =
            new Feeds(DEFAULT_ENTRIES, DEFAULT_MINUTES, Localized.NONE, Feeds.Subjects.TOPICS, List.of());

    private final Fields fields;

    FeedsReader(Fields fields) {
        this.fields = fields;
    }

    Feeds read() {
        Map<String, Feeds.Subjects> subjects = new LinkedHashMap<>();
        subjects.put("topics", Feeds.Subjects.TOPICS);
        subjects.put("tags", Feeds.Subjects.TAGS);
        subjects.put("none", Feeds.Subjects.NONE);
        Feeds feeds = new Feeds(
                fields.number("entries", 1, 1000).orElse(DEFAULT_ENTRIES),
                fields.number("minutes", 1, MINUTES_OF_A_WEEK).orElse(DEFAULT_MINUTES),
                Texts.localized(fields, "copyright"),
                fields.choice("subjects", subjects).orElse(Feeds.Subjects.TOPICS),
                fields.list("hub").stream()
                        .flatMap(written -> hub(written).stream())
                        .distinct()
                        .toList());
        fields.rejectUnknown();
        return feeds;
    }

    /** Every feed names its hubs: so there is nothing secret in their addresses, and a mistake is told without them. */
    private Optional<URI> hub(Value.Scalar written) {
        try {
            URI uri = new URI(written.text());
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getRawUserInfo() != null) {
                fields.diagnostics()
                        .error(
                                written.place(),
                                "a hub's address with a user name or password, which every feed would publish",
                                "leave out what stands before the @");
                return Optional.empty();
            }
            if (web && uri.getHost() != null && uri.getRawFragment() == null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException notAnAddress) {
            // Told below.
        }
        fields.diagnostics()
                .error(written.place(), "no address of a hub", "write it in full: https://hub.example.com/");
        return Optional.empty();
    }
}
