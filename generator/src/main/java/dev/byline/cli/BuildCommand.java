package dev.byline.cli;

import dev.byline.BuildReport;
import dev.byline.BuildRequest;
import dev.byline.Byline;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline build SITE}. */
@Command(name = "build", mixinStandardHelpOptions = true, description = "Builds a site, and the post drafts for it.")
final class BuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Option(names = "--output", paramLabel = "DIR", description = "Where the site goes (SITE/target/site).")
    private Path output;

    @Option(names = "--drafts", paramLabel = "DIR", description = "Where the drafts go (SITE/target/drafts).")
    private Path drafts;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where what is dear to make is kept for the next build (SITE/target/cache).")
    private Path cache;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = Moment.Reader.class,
            description = "The moment that decides what is scheduled or expired (SOURCE_DATE_EPOCH, else now).")
    private Instant at;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        long start = System.nanoTime();
        BuildReport report = new Byline()
                .build(
                        BuildRequest.of(site, at(clock))
                                .into(outputOrDefault(), draftsOrDefault())
                                .keepingIn(cache == null ? BuildRequest.defaultCache(site) : cache),
                        news -> reporting.note(spec.commandLine().getErr(), news));
        long millis = (System.nanoTime() - start) / 1_000_000;
        reporting.tell(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                report.diagnostics(),
                summary(report, millis),
                figures(report, millis));
        return report.succeeded() ? ExitCode.FINE : ExitCode.CONTENT;
    }

    private Path outputOrDefault() {
        return output == null ? BuildRequest.defaultOutput(site) : output;
    }

    private Path draftsOrDefault() {
        return drafts == null ? BuildRequest.defaultDrafts(site) : drafts;
    }

    private Instant at(Clock clock) {
        try {
            return at == null ? Moment.otherwise(System.getenv(), clock) : at;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private static String summary(BuildReport report, long millis) {
        long warnings = report.diagnostics().stream()
                .filter(d -> d.severity() == dev.byline.diagnostic.Severity.WARNING)
                .count();
        long errors = report.diagnostics().size() - warnings;
        if (!report.succeeded()) {
            return plural(errors, "error") + ", " + plural(warnings, "warning") + "; the output is as it was";
        }
        return String.format(
                Locale.ROOT,
                "%s, %s: %d written, %d unchanged, %d removed; %s; %.1f s",
                plural(report.articles(), "article"),
                plural(report.drafts(), "draft"),
                report.written(),
                report.unchanged(),
                report.removed(),
                plural(warnings, "warning"),
                millis / 1000.0);
    }

    private static String plural(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static Map<String, Number> figures(BuildReport report, long millis) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("articles", report.articles());
        figures.put("drafts", report.drafts());
        figures.put("written", report.written());
        figures.put("unchanged", report.unchanged());
        figures.put("removed", report.removed());
        figures.put("milliseconds", millis);
        return figures;
    }
}
