package dev.byline.cli;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Diagnostics as code hosts show them beside the lines of a change.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class Sarif {
    /** For what has no rule's name: what a build tells. */
    private static final String CONTENT = "content";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Sarif() {}

    static String of(List<Diagnostic> diagnostics, String version) {
        List<Object> rules = new ArrayList<>();
        diagnostics.stream().map(Sarif::rule).distinct().sorted().forEach(rule -> rules.add(Map.of("id", rule)));
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Byline");
        driver.put("version", version);
        driver.put("rules", rules);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put("results", diagnostics.stream().map(Sarif::result).toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return JSON.writeValueAsString(log) + "\n";
    }

    private static String rule(Diagnostic diagnostic) {
        return diagnostic.rule().isEmpty() ? CONTENT : diagnostic.rule();
    }

    private static Map<String, Object> result(Diagnostic diagnostic) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("artifactLocation", Map.of("uri", diagnostic.place().file()));
        if (diagnostic.place().line() > 0) {
            Map<String, Object> region = new LinkedHashMap<>();
            region.put("startLine", diagnostic.place().line());
            if (diagnostic.place().column() > 0) {
                region.put("startColumn", diagnostic.place().column());
            }
            location.put("region", region);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", rule(diagnostic));
        result.put("level", level(diagnostic.severity()));
        result.put(
                "message",
                Map.of(
                        "text",
                        diagnostic.message()
                                + diagnostic.hint().map(hint -> "; " + hint).orElse("")));
        result.put("locations", List.of(Map.of("physicalLocation", location)));
        return result;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTICE -> "note";
        };
    }
}
