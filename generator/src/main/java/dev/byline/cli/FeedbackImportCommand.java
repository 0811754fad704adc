package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.ImportReport;
import dev.byline.ImportRequest;
import dev.byline.feedback.archive.Reckoning;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline feedback import SYSTEM ARCHIVE SITE}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Brings comments along from another system: disqus, wordpress, isso, remark42, staticman.")
final class FeedbackImportCommand implements Callable<Integer> {
    /** As many pages of others are named; --json names all. */
    private static final int MOST_STRANGERS = 10;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SYSTEM", description = "disqus, wordpress, isso, remark42 or staticman.")
    private String system;

    @Parameters(index = "1", paramLabel = "ARCHIVE", description = "The file, or the folder, that it gave out.")
    private Path archive;

    @Parameters(index = "2", paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Option(
            names = "--pages",
            paramLabel = "FILE",
            description = "Says which article a page is, where its address does not tell: a page and an id a line.")
    private Path pages;

    @Option(names = "--pending", description = "Somebody looks at everything first, also at what was shown there.")
    private boolean pending;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() throws IOException {
        Byline byline = new Byline();
        if (!byline.archives().contains(system)) {
            throw new ParameterException(
                    spec.commandLine(), "Unknown system: " + system + ", it is one of " + byline.archives());
        }
        ImportReport report = byline.importFeedback(new ImportRequest(
                site, Moment.otherwise(System.getenv(), Clock.systemUTC()), system, archive, pages(), pending));
        Reckoning reckoning = report.reckoning();
        PrintWriter out = spec.commandLine().getOut();
        if (report.succeeded()) {
            tell(out, reckoning);
        }
        reporting.tell(
                out,
                spec.commandLine().getErr(),
                report.diagnostics(),
                report.added() + " new, " + report.updated() + " updated, " + report.unchanged() + " unchanged",
                figures(report),
                Map.of("strangers", strangers(reckoning)));
        return report.succeeded() ? ExitCode.FINE : ExitCode.CONTENT;
    }

    private Map<String, String> pages() throws IOException {
        Map<String, String> articles = new LinkedHashMap<>();
        if (pages != null) {
            for (String line : Files.readAllLines(pages)) {
                String[] words = line.strip().split("\\s+");
                if (words.length == 2) {
                    articles.put(words[0], words[1]);
                } else if (!line.isBlank()) {
                    throw new ParameterException(
                            spec.commandLine(), pages + ": not a page and an article's id: " + line.strip());
                }
            }
        }
        return articles;
    }

    /** Numbers that add up. */
    private void tell(PrintWriter out, Reckoning reckoning) {
        reporting.note(out, "%7d in the archive".formatted(reckoning.read()));
        reporting.note(out, "%7d taken".formatted(reckoning.taken()));
        reporting.note(out, "%7d taken, pending".formatted(reckoning.pending()));
        reckoning
                .dropped()
                .forEach((reason, count) -> reporting.note(out, "%7d not taken: %s".formatted(count, reason)));
        reckoning.strangers().stream()
                .limit(MOST_STRANGERS)
                .forEach(page -> reporting.note(
                        out,
                        "%15d of %s"
                                .formatted(
                                        page.comments(),
                                        page.page().isEmpty() ? "a page without a name" : page.page())));
    }

    private static Map<String, Number> figures(ImportReport report) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("read", report.reckoning().read());
        figures.put("taken", report.reckoning().taken());
        figures.put("pending", report.reckoning().pending());
        figures.put("dropped", report.reckoning().lost());
        figures.put("added", report.added());
        figures.put("updated", report.updated());
        figures.put("unchanged", report.unchanged());
        return figures;
    }

    private static List<Map<String, String>> strangers(Reckoning reckoning) {
        return reckoning.strangers().stream()
                .map(page -> Map.of("page", page.page(), "comments", Integer.toString(page.comments())))
                .toList();
    }
}
