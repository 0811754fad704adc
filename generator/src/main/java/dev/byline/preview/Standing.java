package dev.byline.preview;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How the pages stand, as every open page is told.
 *
 * @param run tells one run of the preview from the next
 * @param edition how many times the pages have changed in this run
 * @param onlyStyles whether nothing but style sheets changed with the last edition
 * @param diagnostics of the last build; with an error among them the pages are still those of an older one
 */
record Standing(String run, int edition, boolean onlyStyles, List<Diagnostic> diagnostics) {
    Standing {
        diagnostics = List.copyOf(diagnostics);
    }

    static Standing first(String run, List<Diagnostic> diagnostics) {
        return new Standing(run, 1, false, diagnostics);
    }

    /** The same pages, with what the last build had to say. */
    Standing saying(List<Diagnostic> news) {
        return new Standing(run, edition, onlyStyles, news);
    }

    /** Other pages. */
    Standing next(boolean styles, List<Diagnostic> news) {
        return new Standing(run, edition + 1, styles, news);
    }

    boolean broken() {
        return !errors().isEmpty();
    }

    List<Diagnostic> errors() {
        return diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).toList();
    }

    private long warnings() {
        return diagnostics.stream()
                .filter(d -> d.severity() == Severity.WARNING)
                .count();
    }

    /** The name of the edition: a page of another one is old. */
    String name() {
        return name(edition);
    }

    private String name(int number) {
        return run + "-" + number;
    }

    /** In one line: {@code {"edition": "a1-7", "styles": "a1-6", "warnings": 0, "problems": []}}. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("edition", name());
            json.writeStringProperty("styles", onlyStyles ? name(edition - 1) : "");
            json.writeNumberProperty("warnings", warnings());
            json.writeArrayPropertyStart("problems");
            errors().forEach(error -> problem(json, error));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void problem(JsonGenerator json, Diagnostic error) {
        json.writeStartObject();
        json.writeStringProperty("file", error.place().file());
        json.writeNumberProperty("line", error.place().line());
        json.writeNumberProperty("column", error.place().column());
        json.writeStringProperty("message", error.message());
        json.writeStringProperty("hint", error.hint().orElse(""));
        json.writeEndObject();
    }
}
