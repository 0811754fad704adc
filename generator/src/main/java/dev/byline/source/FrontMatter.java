package dev.byline.source;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.site.Body;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a Markdown file apart: {@code ---} YAML {@code ---}, {@code +++} TOML {@code +++}, or a JSON object, then the body.
 */
record FrontMatter(Value.Mapping data, Body body) {
    private static final DataLanguage YAML = new Yaml();
    private static final DataLanguage TOML = new Toml();
    private static final Json JSON = new Json();

    /**
     * What git writes before the first of two sides; no key begins like that.
     *
     * @see <a href="https://git-scm.com/docs/git-merge#_how_conflicts_are_presented">how conflicts are presented</a>
     */
    private static final Pattern CONFLICT = Pattern.compile("^<{7}(?: .*)?$", Pattern.MULTILINE);

    /** Reads front matter and body; empty, with a diagnostic, where there is no front matter that can be read. */
    static Optional<FrontMatter> split(String text, Place place, Diagnostics diagnostics) {
        if (text.isBlank()) {
            diagnostics.error(place.at(1, 1), "the file is empty", "begin with front matter: ---, title: ..., ---");
            return Optional.empty();
        }
        int firstLineEnd = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        String firstLine = text.substring(0, firstLineEnd).stripTrailing();
        if (firstLine.equals("---")) {
            return fenced(text, "---", YAML, place, diagnostics);
        }
        if (firstLine.equals("+++")) {
            return fenced(text, "+++", TOML, place, diagnostics);
        }
        if (firstLine.startsWith("{")) {
            return json(text, place, diagnostics);
        }
        diagnostics.error(place.at(1, 1), "no front matter", "begin the file with ---, title: ..., author: ..., ---");
        return Optional.empty();
    }

    private static Optional<FrontMatter> fenced(
            String text, String fence, DataLanguage language, Place place, Diagnostics diagnostics) {
        int line = 1;
        int lineStart = text.indexOf('\n') + 1;
        int dataStart = lineStart;
        while (lineStart > 0 && lineStart < text.length()) {
            line++;
            int lineEnd = text.indexOf('\n', lineStart);
            int end = lineEnd < 0 ? text.length() : lineEnd;
            if (text.startsWith(fence, lineStart)
                    && text.substring(lineStart, end).stripTrailing().equals(fence)) {
                Body body = new Body(lineEnd < 0 ? "" : text.substring(lineEnd + 1), line + 1);
                return language.read(text.substring(dataStart, lineStart), place.at(2, 1), diagnostics)
                        .map(data -> new FrontMatter(data, body));
            }
            lineStart = lineEnd + 1;
        }
        diagnostics.error(
                place.at(1, 1), "the front matter has no end", "close it with a line that holds only " + fence);
        return Optional.empty();
    }

    private static Optional<FrontMatter> json(String text, Place place, Diagnostics diagnostics) {
        return JSON.readHead(text, place.at(1, 1), diagnostics).map(head -> {
            int restLine = TextPosition.at(text, head.length(), place.at(1, 1)).line();
            int lineEnd = text.indexOf('\n', head.length());
            String body = lineEnd < 0 ? "" : text.substring(lineEnd + 1);
            return new FrontMatter(head.mapping(), new Body(body, restLine + 1));
        });
    }

    /** Reads a file that is all YAML. */
    static Optional<Value.Mapping> data(String text, Place place, Diagnostics diagnostics) {
        Matcher conflict = CONFLICT.matcher(text);
        if (conflict.find()) {
            diagnostics.error(
                    TextPosition.at(text, conflict.start(), place.at(1, 1)),
                    "git could not join two changes here",
                    "keep one of the two sides, and remove the lines with <<<<<<<, ======= and >>>>>>>");
            return Optional.empty();
        }
        return YAML.read(text, place.at(1, 1), diagnostics);
    }
}
