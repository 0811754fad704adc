package dev.byline.understand;

import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Settings;
import dev.byline.source.Value;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code feedback:} of {@code site.yml}: how readers' answers are taken. */
final class AnswersReader {
    /** Somebody looks at everything. */
    static final Settings.Answers DEFAULT = new Settings.Answers(
            Moderation.PENDING, Optional.empty(), Optional.empty(), Optional.empty(), Settings.Rules.NONE);

    private static final Map<String, Moderation> NEW =
            words(Moderation.PENDING, Moderation.APPROVED, Moderation.REJECTED);

    private final Fields fields;

    AnswersReader(Fields fields) {
        this.fields = fields;
    }

    private static Map<String, Moderation> words(Moderation... states) {
        Map<String, Moderation> words = new LinkedHashMap<>();
        for (Moderation state : states) {
            words.put(state.name().toLowerCase(Locale.ROOT), state);
        }
        return words;
    }

    /**
     * Reads.
     *
     * @param intake the address of the site's own server, which is read as the site's own address is
     * @param webmention where webmentions are sent
     */
    Settings.Answers read(Optional<URI> intake, Optional<URI> webmention) {
        Optional<Settings.Discussions> discussions = fields.group("discussions").flatMap(this::discussions);
        Moderation gathered = fields.choice("moderation", words(Moderation.PENDING, Moderation.APPROVED))
                .orElse(Moderation.PENDING);
        Settings.Rules rules = new Settings.Rules(
                fields.group("trust").map(AnswersReader::trust).orElse(Map.of()),
                names("allow"),
                names("deny"),
                fields.flag("approvedBefore", false),
                fields.choice("closed", words(Moderation.PENDING, Moderation.REJECTED))
                        .orElse(Moderation.PENDING));
        fields.rejectUnknown();
        return new Settings.Answers(gathered, intake, webmention, discussions, rules);
    }

    private Optional<Settings.Discussions> discussions(Fields place) {
        String repository = place.text("repository").orElse("");
        String category = place.text("category").orElse("");
        place.rejectUnknown();
        if (!repository.matches("[A-Za-z0-9-]+/[A-Za-z0-9._-]+")) {
            place.diagnostics()
                    .error(
                            place.has("repository") ? place.place("repository") : place.place(),
                            "discussions without a repository on GitHub",
                            "write repository: owner/name");
            return Optional.empty();
        }
        String[] parts = repository.split("/", 2);
        return Optional.of(new Settings.Discussions(parts[0], parts[1], category));
    }

    /** Sources are named as in the files of items; which there are is not known here. */
    private static Map<String, Moderation> trust(Fields sources) {
        Map<String, Moderation> trust = new LinkedHashMap<>();
        for (String source : List.copyOf(sources.entries().keySet())) {
            sources.choice(source, NEW).ifPresent(state -> trust.put(source, state));
        }
        return trust;
    }

    /** A name with nothing in it would stand for everybody or for nobody: neither is meant. */
    private List<String> names(String key) {
        for (Value.Scalar written : fields.list(key)) {
            if (written.text().replaceAll("[@/\\s]|https?:", "").isEmpty()) {
                fields.diagnostics()
                        .error(
                                written.place(),
                                "\"" + key + "\" names nobody here",
                                "write a handle, the address of a profile, or a domain");
            }
        }
        return fields.texts(key).stream()
                .filter(name -> !name.replaceAll("[@/\\s]|https?:", "").isEmpty())
                .toList();
    }
}
