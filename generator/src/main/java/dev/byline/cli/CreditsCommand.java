package dev.byline.cli;

import dev.byline.BuildRequest;
import dev.byline.Byline;
import dev.byline.CreditsReport;
import dev.byline.credits.Matrix;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline credits SITE}. */
@Command(
        name = "credits",
        mixinStandardHelpOptions = true,
        description = "Reads a built site back and shows who is credited where.")
final class CreditsCommand implements Callable<Integer> {
    private static final String NO_PLACE = "·";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITE", description = "The folder that holds site.yml; byline build comes first.")
    private Path site;

    @Option(names = "--output", paramLabel = "FOLDER", description = "Where the site was built (SITE/target/site).")
    private Path output;

    @Option(names = "--drafts", paramLabel = "FOLDER", description = "Where its drafts are (SITE/target/drafts).")
    private Path drafts;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() {
        CreditsReport report = new Byline()
                .credits(
                        site,
                        Moment.otherwise(System.getenv(), Clock.systemUTC()),
                        output == null ? BuildRequest.defaultOutput(site) : output,
                        drafts == null ? BuildRequest.defaultDrafts(site) : drafts);
        Matrix matrix = report.matrix();
        PrintWriter out = spec.commandLine().getOut();
        lines(matrix).forEach(line -> reporting.note(out, line));
        List<Map<String, String>> missing = missing(matrix);
        long places = matrix.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(Optional::isPresent)
                .count();
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("pieces", matrix.rows().size());
        figures.put("surfaces", matrix.surfaces().size());
        figures.put("places", places);
        reporting.tell(
                out,
                spec.commandLine().getErr(),
                report.diagnostics(),
                matrix.rows().size() + " pieces on " + matrix.surfaces().size() + " surfaces: " + places + " places, "
                        + (missing.isEmpty() ? "nobody is missing" : missing.size() + " credits are missing"),
                figures,
                Map.of("missing", missing));
        return report.succeeded() ? ExitCode.FINE : ExitCode.CONTENT;
    }

    /** The surfaces by number, then one line for each piece: how many of its authors are credited on each. */
    private static List<String> lines(Matrix matrix) {
        if (matrix.rows().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        int width = matrix.rows().stream()
                .mapToInt(row -> row.article().length())
                .max()
                .orElse(0);
        StringBuilder numbers = new StringBuilder(" ".repeat(width));
        for (int i = 0; i < matrix.surfaces().size(); i++) {
            lines.add(String.format(
                    java.util.Locale.ROOT, "%3d  %s", i + 1, matrix.surfaces().get(i)));
            numbers.append(String.format(java.util.Locale.ROOT, " %4d", i + 1));
        }
        lines.add("");
        lines.add(numbers.toString());
        for (Matrix.Row row : matrix.rows()) {
            StringBuilder line = new StringBuilder(row.article());
            line.append(" ".repeat(width - row.article().length()));
            row.cells().forEach(cell -> line.append(String.format(java.util.Locale.ROOT, " %4s", shown(cell))));
            lines.add(line.toString());
        }
        lines.add("");
        return lines;
    }

    private static String shown(Optional<Matrix.Cell> cell) {
        return cell.map(each -> (each.expected() - each.missing().size()) + "/" + each.expected())
                .orElse(NO_PLACE);
    }

    private static List<Map<String, String>> missing(Matrix matrix) {
        List<Map<String, String>> missing = new ArrayList<>();
        for (Matrix.Row row : matrix.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                String surface = matrix.surfaces().get(i);
                row.cells()
                        .get(i)
                        .ifPresent(cell -> cell.missing().forEach(author -> {
                            Map<String, String> entry = new LinkedHashMap<>();
                            entry.put("article", row.article());
                            entry.put("surface", surface);
                            entry.put("author", author);
                            missing.add(entry);
                        }));
            }
        }
        return missing;
    }
}
