package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.ForgetReport;
import dev.byline.ForgetRequest;
import dev.byline.feedback.Forgetting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline feedback forget SITE WHO}. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description = "Removes all that a person said, wherever it came from, and keeps them out from then on.")
final class FeedbackForgetCommand implements Callable<Integer> {
    /** More files are named by the folder's listing, not one by one. */
    private static final int MOST_FILES = 20;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Parameters(
            index = "1",
            paramLabel = "WHO",
            description = "A handle, the address of a profile, or the id of something that they said.")
    private String who;

    @Option(names = "--yes", description = "Asks nothing.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Tells what would go, and changes nothing.")
    private boolean dryRun;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() throws IOException {
        if (!yes && !dryRun && !Terminal.isThere()) {
            throw new ParameterException(spec.commandLine(), "Nobody can be asked here: say --yes, or --dry-run.");
        }
        if (!yes || dryRun) {
            ForgetReport planned = forget(true);
            if (dryRun || !planned.succeeded()) {
                return tell(planned, "would go");
            }
            show(planned);
            if (!agrees()) {
                out().println("Nothing was changed.");
                return ExitCode.FINE;
            }
        }
        ForgetReport done = forget(false);
        int exit = tell(done, "are gone");
        if (done.succeeded()) {
            tellHistory(done);
        }
        return exit;
    }

    private ForgetReport forget(boolean dry) {
        return new Byline()
                .forget(new ForgetRequest(site, Moment.otherwise(System.getenv(), Clock.systemUTC()), who, dry));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private boolean agrees() throws IOException {
        out().print("Forget this person? This cannot be undone. [yes/no] ");
        out().flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }

    private void show(ForgetReport report) {
        reporting.note(out(), "Known here as: " + Terminal.line(String.join(", ", report.names())));
        for (Forgetting.Gone gone : report.items()) {
            String text = String.join(" ", Terminal.text(gone.item()));
            reporting.note(
                    out(),
                    "  " + Terminal.line(gone.name()) + "  " + Terminal.who(gone.item()) + ": "
                            + (text.length() > 60 ? text.substring(0, text.offsetByCodePoints(0, 50)) + "…" : text)
                            + (gone.placeKept() ? " (its place stays, nameless: somebody answered)" : ""));
        }
    }

    private int tell(ForgetReport report, String what) {
        if (dryRun) {
            show(report);
        }
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("items", report.items().size());
        figures.put(
                "places",
                report.items().stream().filter(Forgetting.Gone::placeKept).count());
        reporting.tell(
                out(),
                spec.commandLine().getErr(),
                report.diagnostics(),
                report.items().size() + " items " + what,
                figures,
                Map.of(
                        "items",
                        report.items().stream()
                                .map(gone -> Map.of(
                                        "article",
                                        gone.article(),
                                        "id",
                                        gone.item().id()))
                                .toList()));
        return report.succeeded() ? ExitCode.FINE : ExitCode.CONTENT;
    }

    /** What is committed stays in the history until that is written anew: nothing here can do that for everybody. */
    private void tellHistory(ForgetReport report) {
        Optional<Path> root = repository();
        if (root.isEmpty() || report.items().isEmpty()) {
            return;
        }
        List<String> paths = report.items().stream()
                .map(gone -> path(root.get(), gone))
                .sorted()
                .toList();
        reporting.note(out(), "");
        reporting.note(
                out(),
                "Commit this. The history of git still has what they said. To take it out there, in a fresh clone:");
        StringBuilder command = new StringBuilder("  git filter-repo --invert-paths");
        paths.stream()
                .limit(MOST_FILES)
                .forEach(path -> command.append(" \\\n    --path ").append(quoted(path)));
        reporting.note(out(), command.toString());
        if (paths.size() > MOST_FILES) {
            reporting.note(out(), "  and " + (paths.size() - MOST_FILES) + " more: --dry-run --json named them all");
        }
        reporting.note(out(), "  git remote add origin ADDRESS");
        reporting.note(out(), "  git push --force --all && git push --force --tags");
        reporting.note(
                out(),
                "What others wrote about them goes by --replace-text. Then everybody clones anew. Forks, open merge requests and caches of a host keep it longer: ask the host."
                        + " Publish the site again, so that what is out loses it, too.");
    }

    private Optional<Path> repository() {
        for (Path at = site.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private String path(Path root, Forgetting.Gone gone) {
        Path file = site.toAbsolutePath().normalize().resolve("feedback").resolve(gone.name() + ".yml");
        return Terminal.line(root.relativize(file).toString().replace('\\', '/'));
    }

    private static String quoted(String path) {
        return path.matches("[\\w./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
