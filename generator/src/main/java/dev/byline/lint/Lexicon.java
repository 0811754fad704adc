package dev.byline.lint;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of one language that rules look for.
 *
 * <pre>
 * [adverts]
 * game-changing
 * [people]
 * we
 * [invitations]
 * tell us
 * </pre>
 *
 * <p>They lie in the theme's {@code lint/words_<language>.txt}. A site's file of the same name in {@code templates/} adds
 * to them, and takes one away by a line that begins with {@code -}.
 *
 * @param adverts what makes an advert of a post
 * @param people how somebody says that it is they who speak
 * @param invitations how readers are asked to take part other than by a question
 */
public record Lexicon(Phrases adverts, Phrases people, Phrases invitations) {
    /** Of a language that nothing is known of. */
    static final Lexicon NONE = new Lexicon(Phrases.NONE, Phrases.NONE, Phrases.NONE);

    private static final String THEME = "/dev/byline/template/";
    private static final String ADVERTS = "adverts";
    private static final String PEOPLE = "people";
    private static final String INVITATIONS = "invitations";
    private static final List<String> SECTIONS = List.of(ADVERTS, PEOPLE, INVITATIONS);

    /**
     * Reads the words of a language, those of the theme and those of the site.
     *
     * @param language a code such as {@code en}
     * @param overrides the site's {@code templates/}, if there is one
     */
    public static Lexicon of(String language, Optional<Path> overrides, Diagnostics diagnostics) {
        String name = "lint/words_" + language + ".txt";
        Map<String, Set<String>> sections = new LinkedHashMap<>();
        SECTIONS.forEach(section -> sections.put(section, new LinkedHashSet<>()));
        try (InputStream in = Lexicon.class.getResourceAsStream(THEME + name)) {
            if (in != null) {
                String theme = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                read(theme, Place.of("theme:" + name), sections, diagnostics);
            }
        } catch (IOException broken) {
            throw new IllegalStateException("a broken jar: " + name, broken);
        }
        overrides
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .ifPresent(own -> readOwn(own, Place.of("templates/" + name), sections, diagnostics));
        return new Lexicon(
                Phrases.of(sections.get(ADVERTS)),
                Phrases.of(sections.get(PEOPLE)),
                Phrases.of(sections.get(INVITATIONS)));
    }

    private static void readOwn(Path file, Place place, Map<String, Set<String>> sections, Diagnostics diagnostics) {
        try {
            read(Files.readString(file), place, sections, diagnostics);
        } catch (IOException unreadable) {
            diagnostics.error(place, "cannot be read: " + unreadable.getMessage(), "save it as UTF-8");
        }
    }

    /** Reads lines into the sections; what belongs to none of them is told. */
    static void read(String text, Place place, Map<String, Set<String>> sections, Diagnostics diagnostics) {
        String section = "";
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1).strip();
                if (!sections.containsKey(section)) {
                    String hint = Suggestion.hint(section, SECTIONS)
                            .orElse("the sections are " + String.join(", ", SECTIONS));
                    diagnostics.error(place.at(i + 1, 1), "unknown section \"" + section + "\"", hint);
                }
            } else if (section.isEmpty()) {
                diagnostics.error(place.at(i + 1, 1), "words before any section", "begin with a line [adverts]");
            } else if (sections.containsKey(section) && line.startsWith("-")) {
                sections.get(section).remove(line.substring(1).strip());
            } else if (sections.containsKey(section)) {
                sections.get(section).add(line);
            }
        }
    }
}
