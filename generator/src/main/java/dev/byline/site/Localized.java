package dev.byline.site;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A short text in several languages. A text without a language stands for all of them.
 *
 * @param texts by language tag, in the order written; the tag {@code ""} stands for every language
 */
public record Localized(Map<String, String> texts) {
    public static final Localized NONE = new Localized(Map.of());

    public Localized {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** A text that serves in every language. */
    public static Localized of(String text) {
        return text.isEmpty() ? NONE : new Localized(Map.of("", text));
    }

    /** The text in this language, else for every language, else the first that was written, else the empty text. */
    public String in(Locale language) {
        String tag = language.toLanguageTag();
        String exact = texts.getOrDefault(tag, texts.get(language.getLanguage()));
        if (exact != null) {
            return exact;
        }
        return texts.getOrDefault("", texts.values().stream().findFirst().orElse(""));
    }
}
