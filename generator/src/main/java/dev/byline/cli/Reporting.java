package dev.byline.cli;

import dev.byline.diagnostic.Diagnostic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** How a command tells what it did: lines for people, or one JSON object for programs. */
final class Reporting {
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print problems only.")
    private boolean quiet;

    /**
     * Tells the diagnostics and a summary.
     *
     * @param summary in words
     * @param figures the same for programs, in the order to print them
     */
    void tell(
            PrintWriter out,
            PrintWriter err,
            List<Diagnostic> diagnostics,
            String summary,
            Map<String, Number> figures) {
        tell(out, err, diagnostics, summary, figures, Map.of());
    }

    /**
     * The same, with lists of what was found or done, which are for programs only.
     *
     * @param lists each entry by the names of its parts
     */
    void tell(
            PrintWriter out,
            PrintWriter err,
            List<Diagnostic> diagnostics,
            String summary,
            Map<String, Number> figures,
            Map<String, List<Map<String, String>>> lists) {
        if (json) {
            out.println(json(diagnostics, figures, lists));
            return;
        }
        diagnostics.forEach(err::println);
        if (!quiet) {
            out.println(summary);
        }
    }

    /** Tells something on the way, to people only. */
    void note(PrintWriter out, String line) {
        if (!json && !quiet) {
            out.println(line);
        }
    }

    private static String json(
            List<Diagnostic> diagnostics, Map<String, Number> figures, Map<String, List<Map<String, String>>> lists) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            figures.forEach((name, number) -> json.writeNumberProperty(name, number.longValue()));
            lists.forEach((name, entries) -> {
                json.writeArrayPropertyStart(name);
                entries.forEach(entry -> {
                    json.writeStartObject();
                    entry.forEach(json::writeStringProperty);
                    json.writeEndObject();
                });
                json.writeEndArray();
            });
            json.writeArrayPropertyStart("diagnostics");
            diagnostics.forEach(diagnostic -> diagnostic(json, diagnostic));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void diagnostic(JsonGenerator json, Diagnostic diagnostic) {
        json.writeStartObject();
        json.writeStringProperty("severity", diagnostic.severity().word());
        json.writeStringProperty("file", diagnostic.place().file());
        json.writeNumberProperty("line", diagnostic.place().line());
        json.writeNumberProperty("column", diagnostic.place().column());
        json.writeStringProperty("message", diagnostic.message());
        diagnostic.hint().ifPresent(hint -> json.writeStringProperty("hint", hint));
        json.writeEndObject();
    }
}
