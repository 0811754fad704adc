package dev.byline.understand;

import dev.byline.diagnostic.Suggestion;
import dev.byline.site.FeedFormat;
import dev.byline.site.Localized;
import dev.byline.site.Settings.Feeds;
import dev.byline.source.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code feeds:} of {@code site.yml}. */
final class FeedsReader {
    private static final int DEFAULT_ENTRIES = 20;

    /** How often most reader programs look by themselves. */
    private static final int DEFAULT_MINUTES = 60;

    private static final int MINUTES_OF_A_WEEK = 7 * 24 * 60;

    /** By the word that stands for each, in the order in which feeds are listed. */
    private static final Map<String, FeedFormat> FORMATS = formatsByWord();

    static final Feeds DEFAULT = new Feeds(
            DEFAULT_ENTRIES,
            DEFAULT_MINUTES,
            Localized.NONE,
            Feeds.Subjects.TOPICS,
            List.of(),
            List.of(FeedFormat.values()),
            true,
            Feeds.Content.FULL);

    private final Fields fields;

    FeedsReader(Fields fields) {
        this.fields = fields;
    }

    private static Map<String, FeedFormat> formatsByWord() {
        Map<String, FeedFormat> formats = new LinkedHashMap<>();
        for (FeedFormat format : FeedFormat.values()) {
            formats.put(format.name().toLowerCase(Locale.ROOT), format);
        }
        return formats;
    }

    Feeds read() {
        Map<String, Feeds.Subjects> subjects = new LinkedHashMap<>();
        subjects.put("topics", Feeds.Subjects.TOPICS);
        subjects.put("tags", Feeds.Subjects.TAGS);
        subjects.put("none", Feeds.Subjects.NONE);
        Map<String, Feeds.Content> contents = new LinkedHashMap<>();
        contents.put("full", Feeds.Content.FULL);
        contents.put("summary", Feeds.Content.SUMMARY);
        Feeds feeds = new Feeds(
                fields.number("entries", 1, 1000).orElse(DEFAULT_ENTRIES),
                fields.number("minutes", 1, MINUTES_OF_A_WEEK).orElse(DEFAULT_MINUTES),
                Texts.localized(fields, "copyright"),
                fields.choice("subjects", subjects).orElse(Feeds.Subjects.TOPICS),
                fields.list("hub").stream()
                        .flatMap(written -> hub(written).stream())
                        .distinct()
                        .toList(),
                formats(),
                fields.flag("history", true),
                fields.choice("content", contents).orElse(Feeds.Content.FULL));
        fields.rejectUnknown();
        return feeds;
    }

    /** Where none of the words is a format, all are: what is wrong was told, and a site without feeds is not meant. */
    private List<FeedFormat> formats() {
        Set<FeedFormat> formats = new LinkedHashSet<>();
        List<Value.Scalar> written = fields.list("formats");
        for (Value.Scalar word : written) {
            FeedFormat format = FORMATS.get(word.text().toLowerCase(Locale.ROOT));
            if (format == null) {
                String hint = Suggestion.hint(word.text(), FORMATS.keySet())
                        .orElse("the formats are " + String.join(", ", FORMATS.keySet()));
                fields.diagnostics().error(word.place(), "unknown format of feeds \"" + word.text() + "\"", hint);
            } else if (!formats.add(format)) {
                fields.diagnostics()
                        .error(word.place(), "\"" + word.text() + "\" stands there twice", "write each format once");
            }
        }
        if (fields.has("formats") && written.isEmpty()) {
            fields.diagnostics()
                    .error(
                            fields.place("formats"),
                            "feeds in no format",
                            "write formats: [" + String.join(", ", FORMATS.keySet()) + "], or some of them");
        }
        return formats.isEmpty() ? DEFAULT.formats() : List.copyOf(formats);
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
