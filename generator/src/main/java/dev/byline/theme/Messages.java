package dev.byline.theme;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The theme's words in each language, from {@code messages_<language>.properties}; a site adds or replaces words with a
 * file of the same name in {@code templates/}.
 *
 * <p>A word that a language lacks is taken from English; a language without a file is told once. Threads may share it.
 */
public final class Messages {
    private static final String FALLBACK = "en";

    private final Map<String, Properties> bundles = new HashMap<>();
    private final Map<Locale, Locale> digits = new ConcurrentHashMap<>();
    private final Map<Locale, Map<String, Phrase>> phrases = new ConcurrentHashMap<>();
    private final Map<Locale, Words> words = new ConcurrentHashMap<>();

    /**
     * Loads the words.
     *
     * @param languages the site's
     * @param overrides the site's own templates, if it has any
     */
    public Messages(List<Locale> languages, Optional<Path> overrides, Diagnostics diagnostics) {
        bundles.put(FALLBACK, load(FALLBACK, overrides, diagnostics).orElseThrow());
        for (Locale language : languages) {
            String tag = language.getLanguage();
            Optional<Properties> bundle = load(tag, overrides, diagnostics);
            bundle.ifPresent(words -> bundles.put(tag, words));
            if (bundle.isEmpty()) {
                diagnostics.warning(
                        Place.of("site.yml"),
                        "the theme has no words in \"" + tag + "\"; they are in English there",
                        "write templates/" + file(tag));
            }
        }
    }

    private static String file(String tag) {
        return "messages_" + tag + ".properties";
    }

    private static Optional<Properties> load(String tag, Optional<Path> overrides, Diagnostics diagnostics) {
        Properties words = new Properties();
        boolean found = false;
        try (InputStream in = Messages.class.getResourceAsStream("/dev/byline/template/" + file(tag))) {
            if (in != null) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                found = true;
            }
        } catch (IOException broken) {
            throw new IllegalStateException("a broken jar: " + file(tag), broken);
        }
        Optional<Path> own = overrides.map(folder -> folder.resolve(file(tag))).filter(Files::isRegularFile);
        if (own.isPresent()) {
            try (Reader reader = Files.newBufferedReader(own.get(), StandardCharsets.UTF_8)) {
                words.load(reader);
                found = true;
            } catch (IOException | IllegalArgumentException broken) {
                diagnostics.error(
                        Place.of("templates/" + file(tag)),
                        "cannot be read: " + broken.getMessage(),
                        "save it as UTF-8");
            }
        }
        return found ? Optional.of(words) : Optional.empty();
    }

    /**
     * A word in a language.
     *
     * @param arguments what stands for {@code {0}}, {@code {1}} ... in it
     * @return the word in English where the language lacks it, and the key where English lacks it too
     */
    public String get(Locale language, String key, Object... arguments) {
        return find(language, key, arguments).orElse(key);
    }

    /** A word in a language, else in English, else nothing. */
    Optional<String> find(Locale language, String key, Object... arguments) {
        return Optional.ofNullable(pattern(language, key)).map(pattern -> filled(pattern, language, arguments));
    }

    private String pattern(Locale language, String key) {
        Properties own = bundles.get(language.getLanguage());
        String pattern = own == null ? null : own.getProperty(key);
        return pattern == null ? bundles.get(FALLBACK).getProperty(key) : pattern;
    }

    /** Most words have no gaps. */
    private String filled(String pattern, Locale language, Object... arguments) {
        return pattern.indexOf('{') < 0
                ? pattern
                : phrases.computeIfAbsent(language, of -> new ConcurrentHashMap<>())
                        .computeIfAbsent(pattern, read -> new Phrase(read, withDigitsOfDates(language)))
                        .filled(arguments);
    }

    /** Numbers in words look like those of dates: Arabic has two kinds of digits. */
    private Locale withDigitsOfDates(Locale language) {
        return digits.computeIfAbsent(
                language,
                of -> new Locale.Builder()
                        .setLocale(of)
                        .setUnicodeLocaleKeyword("nu", "latn")
                        .build());
    }

    /** The words of a language as templates ask for them: {@code ${t("key", 1)}}. */
    public Object words(Locale language) {
        return words.computeIfAbsent(language, of -> new Words(this, of));
    }
}
