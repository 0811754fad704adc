package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Suggestion;
import dev.byline.site.Localized;
import dev.byline.source.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads texts, localized texts and language tags. */
final class Texts {
    private static final Pattern LINE_BREAK = Pattern.compile("[\\n\\r\\u0085\\u2028\\u2029]");
    private static final Pattern LINE_BREAKS = Pattern.compile("[ \\t]*[\\n\\r\\u0085\\u2028\\u2029]+[ \\t]*");

    private Texts() {}

    /** A text on one line: line breaks become spaces, a control character is an error. */
    static Optional<String> clean(Value.Scalar scalar, String key, Diagnostics diagnostics) {
        String text = oneLine(scalar.text());
        int control = text.codePoints().filter(Texts::isControl).findFirst().orElse(-1);
        if (control >= 0) {
            diagnostics.error(
                    scalar.place(),
                    String.format(Locale.ROOT, "\"%s\" holds the control character U+%04X", key, control),
                    "remove it");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static String oneLine(String text) {
        return LINE_BREAK.matcher(text).find()
                ? LINE_BREAKS.matcher(text).replaceAll(" ").strip()
                : text.strip();
    }

    private static boolean isControl(int c) {
        return Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.SURROGATE;
    }

    /** Whether a text is an e-mail address; told where it is not. */
    static boolean isEmail(String address, String key, Fields fields) {
        boolean valid = address.matches("[^\\s@<>\"',;:]+@[^\\s@<>\"',;:]+\\.[^\\s@<>\"',;:.]+");
        if (!valid) {
            fields.diagnostics()
                    .error(fields.place(key), "\"" + address + "\" is no e-mail address", "write name@host");
        }
        return valid;
    }

    /** A text, or a text for each language. */
    static Localized localized(Fields fields, String key) {
        Optional<Value> value = fields.value(key);
        if (value.isPresent() && value.get() instanceof Value.Mapping mapping) {
            Map<String, String> texts = new LinkedHashMap<>();
            mapping.entries().forEach((tag, entry) -> {
                Value.Scalar written = new Value.Scalar(tag, true, entry.key());
                Optional<Locale> language = language(written, fields.diagnostics());
                if (language.isPresent() && entry.value() instanceof Value.Scalar scalar) {
                    clean(scalar, key, fields.diagnostics())
                            .ifPresent(text -> texts.put(language.get().toLanguageTag(), text));
                } else if (language.isPresent()) {
                    fields.diagnostics()
                            .error(
                                    entry.value().place(),
                                    "\"" + key + "\" is a text for each language, not "
                                            + entry.value().kind(),
                                    "write " + key + ": {" + tag + ": text}");
                }
            });
            return new Localized(texts);
        }
        return fields.text(key).map(Localized::of).orElse(Localized.NONE);
    }

    /** A language tag as of BCP 47: {@code it}, {@code pt-BR}. */
    static Optional<Locale> language(Value.Scalar tag, Diagnostics diagnostics) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag.text()).build();
            String language = locale.getLanguage();
            if (language.length() == 3 || List.of(Locale.getISOLanguages()).contains(language)) {
                return Optional.of(locale);
            }
        } catch (java.util.IllformedLocaleException notATag) {
            // Told below.
        }
        String hint = Suggestion.hint(tag.text(), List.of("en", "it", "de", "fr", "es", "pt", "ar"))
                .orElse("write a tag such as en, it or pt-BR");
        diagnostics.error(tag.place(), "\"" + tag.text() + "\" is no language tag", hint);
        return Optional.empty();
    }
}
