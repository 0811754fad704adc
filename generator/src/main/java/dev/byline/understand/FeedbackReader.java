package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Feedback;
import dev.byline.source.DataFile;
import dev.byline.source.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code feedback/<article>/<id>.yml}.
 *
 * <p>Strangers write what stands there: a broken item is left out with a warning, it never stops the blog.
 */
final class FeedbackReader {
    private static final Map<String, Feedback.Kind> KINDS = words(Feedback.Kind.values());
    private static final Map<String, Feedback.Format> FORMATS = words(Feedback.Format.values());
    private static final Map<String, Feedback.Moderation> STATES = words(Feedback.Moderation.values());

    private FeedbackReader() {}

    private static <E extends Enum<E>> Map<String, E> words(E[] values) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return java.util.Collections.unmodifiableMap(words);
    }

    static Optional<Feedback> read(DataFile file, Diagnostics diagnostics) {
        Diagnostics found = new Diagnostics();
        Optional<Feedback> feedback = read(file, new Fields(file.data(), found));
        found.all().forEach(d -> diagnostics.add(d.asWarning("the item is left out")));
        return found.hasErrors() ? Optional.empty() : feedback;
    }

    private static Optional<Feedback> read(DataFile file, Fields fields) {
        Moments moments = new Moments(ZoneOffset.UTC, fields.diagnostics());
        Optional<Feedback.Kind> kind = fields.choice("kind", KINDS);
        if (!fields.has("kind")) {
            fields.diagnostics().error(fields.place(), "no \"kind\"", "add kind: reply");
        }
        Feedback.Origin origin = fields.group("origin")
                .map(FeedbackReader::origin)
                .orElse(new Feedback.Origin("unknown", file.name(), Optional.empty()));
        Feedback.Person author = fields.group("author")
                .map(FeedbackReader::person)
                .orElse(new Feedback.Person("", "", Optional.empty()));
        Optional<Instant> published = fields.parsed("published", moments::instant);
        Optional<Instant> edited = fields.parsed("edited", moments::instant);
        Optional<Locale> language = fields.parsed("language", tag -> Texts.language(tag, fields.diagnostics()));
        Feedback.Format format = fields.choice("format", FORMATS).orElse(Feedback.Format.PLAIN);
        String text = fields.scalar("text").map(Value.Scalar::text).orElse("");
        Optional<String> parent = fields.text("parent");
        Optional<Integer> rating = fields.number("rating", 1, 5);
        Feedback.Moderation state = fields.choice("moderation", STATES).orElse(Feedback.Moderation.PENDING);
        fields.rejectUnknown();
        if (kind.isPresent() && kind.get() == Feedback.Kind.RATING && !fields.has("rating")) {
            fields.diagnostics().error(fields.place(), "a rating without \"rating\"", "add rating: 1 to 5");
        }
        return kind.map(k -> new Feedback(
                file.name(), k, origin, author, published, edited, language, format, text, parent, rating, state));
    }

    private static Feedback.Origin origin(Fields fields) {
        Feedback.Origin origin = new Feedback.Origin(
                fields.text("source").orElse("unknown"),
                fields.text("id").orElse(""),
                fields.text("url").filter(url -> isWeb(url, fields)));
        fields.rejectUnknown();
        return origin;
    }

    private static Feedback.Person person(Fields fields) {
        Feedback.Person person = new Feedback.Person(
                fields.scalar("name").map(Value.Scalar::text).orElse(""),
                fields.scalar("handle").map(Value.Scalar::text).orElse(""),
                fields.text("url").filter(url -> isWeb(url, fields)));
        fields.rejectUnknown();
        return person;
    }

    /** An address with any other scheme is not an error of ours, it is just not shown. */
    private static boolean isWeb(String url, Fields fields) {
        if (url.matches("(?i)https?://[^\\s<>\"]+")) {
            return true;
        }
        String shown = url.length() > 60 ? url.substring(0, 60) + "…" : url;
        fields.diagnostics().warning(fields.place("url"), "\"" + shown + "\" is no web address", "it is not shown");
        return false;
    }
}
