package dev.byline.feedback;

import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Moderation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A webmention that the site's own intake has verified: what was found at its source, on the way from the intake, which
 * keeps it as one line of JSON, to {@code gather}.
 *
 * @param source the page that mentions
 * @param target the page of ours that is mentioned
 * @param found whether it does; otherwise what is known of it is to go
 * @param outcome what {@link #write} gave, where it was found
 */
public record ReceivedMention(String source, String target, boolean found, String outcome) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Writes what was found down. */
    public static String write(Feedback item) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", item.kind().name());
        item.origin().url().ifPresent(url -> fields.put("url", url));
        fields.put("name", item.author().name());
        fields.put("handle", item.author().handle());
        item.author().url().ifPresent(url -> fields.put("profile", url));
        item.published().ifPresent(moment -> fields.put("published", moment.toString()));
        item.edited().ifPresent(moment -> fields.put("edited", moment.toString()));
        item.language().ifPresent(language -> fields.put("language", language.toLanguageTag()));
        fields.put("format", item.format().name());
        fields.put("text", item.text());
        return JSON.writeValueAsString(fields);
    }

    /** The item, or word of what is gone; empty where the target is no article, or what was found cannot be understood. */
    public Optional<SiteSource.Item> item(Addresses addresses) {
        return addresses
                .articleAt(target)
                .flatMap(article ->
                        (found ? read() : Optional.of(gone())).map(item -> new SiteSource.Item(article, item)));
    }

    private Optional<Feedback> read() {
        try {
            JsonNode fields = JSON.readTree(outcome);
            return Optional.of(new Feedback(
                    MentionId.of(source, target),
                    Feedback.Kind.valueOf(text(fields, "kind")),
                    new Feedback.Origin(MentionId.SOURCE, MentionId.identity(source, target), web(fields, "url")),
                    new Feedback.Person(text(fields, "name"), text(fields, "handle"), web(fields, "profile")),
                    moment(text(fields, "published")),
                    moment(text(fields, "edited")),
                    language(text(fields, "language")),
                    Feedback.Format.valueOf(text(fields, "format")),
                    text(fields, "text"),
                    Optional.empty(),
                    Optional.empty(),
                    Moderation.PENDING));
        } catch (JacksonException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Feedback gone() {
        return new Feedback(
                MentionId.of(source, target),
                Feedback.Kind.MENTION,
                new Feedback.Origin(MentionId.SOURCE, MentionId.identity(source, target), Optional.empty()),
                new Feedback.Person("", "", Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Feedback.Format.PLAIN,
                "",
                Optional.empty(),
                Optional.empty(),
                Moderation.REMOVED);
    }

    private static String text(JsonNode fields, String name) {
        JsonNode value = fields.path(name);
        return value.isString() ? value.stringValue() : "";
    }

    private static Optional<String> web(JsonNode fields, String name) {
        return Optional.of(text(fields, name)).filter(url -> url.matches("(?i)https?://[^\\s<>\"]{1,2000}"));
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> language(String tag) {
        try {
            return Optional.of(tag)
                    .filter(said -> !said.isEmpty())
                    .map(said -> new Locale.Builder().setLanguageTag(said).build());
        } catch (IllformedLocaleException none) {
            return Optional.empty();
        }
    }
}
