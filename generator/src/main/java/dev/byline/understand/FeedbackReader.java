package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Feedback;
import dev.byline.site.WebAddress;
import dev.byline.source.DataFile;
import dev.byline.source.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code feedback/<article>/<id>.yml}.
 *
 * <p>Strangers write what stands there: a broken item is left out with a warning, it never stops the blog.
 */
final class FeedbackReader {
    private static final Map<String, Feedback.Kind> KINDS = words(Feedback.Kind.values());
    private static final Map<String, Feedback.Format> FORMATS = words(Feedback.Format.values());
    private static final Map<String, Feedback.Moderation> STATES = words(Feedback.Moderation.values());

    /** Those that somebody speaks; a page may not name any other. */
    private static final Set<String> LANGUAGES = Stream.concat(
                    Arrays.stream(Locale.getISOLanguages()),
                    Arrays.stream(Locale.getAvailableLocales()).map(Locale::getLanguage))
            .collect(Collectors.toUnmodifiableSet());

    /** What cannot be seen in the name of a file, which is an item's id and so a part of addresses. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Z}]");

    /** Controls and what Unicode will never give a meaning: HTML forbids both. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}&&[^\\n\\t]]");

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
        if (UNSEEN.matcher(file.name()).find()) {
            fields.diagnostics()
                    .error(
                            fields.place(),
                            "the file's name holds characters that cannot be seen",
                            "rename it with letters, digits and hyphens");
        }
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
        Optional<Locale> language = fields.parsed("language", tag -> Texts.language(tag, fields.diagnostics()))
                .filter(locale -> LANGUAGES.contains(locale.getLanguage()));
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
                fields.text("source").map(FeedbackReader::fit).orElse("unknown"),
                fields.text("id").orElse(""),
                fields.text("url").flatMap(url -> address(url, fields)));
        fields.rejectUnknown();
        return origin;
    }

    private static Feedback.Person person(Fields fields) {
        Feedback.Person person = new Feedback.Person(
                fields.scalar("name")
                        .map(Value.Scalar::text)
                        .map(FeedbackReader::fit)
                        .orElse(""),
                fields.scalar("handle")
                        .map(Value.Scalar::text)
                        .map(FeedbackReader::fit)
                        .orElse(""),
                fields.text("url").flatMap(url -> address(url, fields)));
        fields.rejectUnknown();
        return person;
    }

    /** Without what no page may hold. */
    private static String fit(String words) {
        return UNFIT.matcher(words).replaceAll("");
    }

    /** An address that no page can link to is not an error of ours, it is just not shown. */
    private static Optional<String> address(String url, Fields fields) {
        Optional<String> fit = WebAddress.of(url);
        if (fit.isEmpty()) {
            String shown = url.length() > 60 ? url.substring(0, 60) + "…" : url;
            fields.diagnostics().warning(fields.place("url"), "\"" + shown + "\" is no web address", "it is not shown");
        }
        return fit;
    }
}
