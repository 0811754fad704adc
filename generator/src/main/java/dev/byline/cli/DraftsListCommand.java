package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.DraftsReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline drafts list SITE}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists all drafts: what each counts, how far it has come, what the linter finds in it.")
final class DraftsListCommand implements Callable<Integer> {
    private static final List<String> HEAD = List.of("ARTICLE", "ACCOUNT", "NETWORK", "COUNT", "STATE", "FOUND");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() {
        DraftsReport report = new Byline().drafts(site, DraftArguments.now());
        PrintWriter out = spec.commandLine().getOut();
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        List<Map<String, String>> entries = new ArrayList<>();
        for (DraftsReport.Line line : report.drafts()) {
            String found = Long.toString(report.findings().stream()
                    .filter(finding -> finding.draft().equals(line.name().path()))
                    .count());
            rows.add(List.of(
                    line.name().article(),
                    line.name().account(),
                    line.name().network(),
                    line.count() + "/" + line.limit(),
                    line.state(),
                    found.equals("0") ? "" : found));
            Map<String, String> parts = DraftArguments.parts(line);
            parts.put("findings", found);
            entries.add(parts);
        }
        if (!report.drafts().isEmpty()) {
            lines(rows).forEach(row -> reporting.note(out, row));
        }
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("drafts", report.drafts().size());
        figures.put("findings", report.findings().size());
        reporting.tell(
                out,
                spec.commandLine().getErr(),
                report.diagnostics(),
                summary(report),
                figures,
                Map.of("drafts", entries));
        return report.succeeded() ? ExitCode.FINE : ExitCode.CONTENT;
    }

    private static String summary(DraftsReport report) {
        Map<String, Long> states = report.drafts().stream()
                .collect(
                        Collectors.groupingBy(DraftsReport.Line::state, java.util.TreeMap::new, Collectors.counting()));
        String each = states.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        int findings = report.findings().size();
        return report.drafts().size() + " drafts" + (each.isEmpty() ? "" : ": " + each) + "; "
                + (findings == 0 ? "nothing found" : findings + " found, byline drafts lint tells what");
    }

    /** The cells one below the other. */
    private static List<String> lines(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < HEAD.size(); column++) {
            int at = column;
            widths.add(rows.stream()
                    .map(row -> row.get(at).length())
                    .max(Comparator.naturalOrder())
                    .orElse(0));
        }
        return rows.stream()
                .map(row -> {
                    StringBuilder line = new StringBuilder();
                    for (int column = 0; column < row.size(); column++) {
                        String cell = row.get(column);
                        line.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
                    }
                    return line.toString().stripTrailing();
                })
                .toList();
    }
}
