package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.ModerationReport;
import dev.byline.ModerationRequest;
import dev.byline.feedback.Decisions;
import dev.byline.site.Feedback.Moderation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline moderate SITE}. */
@Command(
        name = "moderate",
        mixinStandardHelpOptions = true,
        description = {
            "Walks through what readers answered and nobody has looked at yet.",
            "With --list, --approve, --reject or --undo it asks nothing."
        })
final class ModerateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Option(names = "--list", description = "Lists what there is to decide about.")
    private boolean list;

    @Option(
            names = "--approve",
            arity = "0..*",
            paramLabel = "ID",
            description = "Approves these: ID, or ARTICLE/ID; without one, all that the other options choose.")
    private List<String> approve;

    @Option(names = "--reject", arity = "0..*", paramLabel = "ID", description = "Rejects these, in the same way.")
    private List<String> reject;

    @Option(names = "--undo", description = "Takes back what the last round decided.")
    private boolean undo;

    @Option(
            names = "--all-from",
            paramLabel = "HANDLE",
            description = "Only from this handle, or address of a profile.")
    private String from = "";

    @Option(names = "--source", paramLabel = "SOURCE", description = "Only from this source: mastodon, intake ...")
    private String source = "";

    @Option(names = "--article", paramLabel = "ARTICLE", description = "Only below this article: 2026/two-hats.")
    private String article = "";

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = "pending",
            description = "Only what is pending (the default), approved or rejected; all for all of these.")
    private String state;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() throws IOException {
        if (Stream.of(list, approve != null, reject != null, undo)
                        .filter(chosen -> chosen)
                        .count()
                > 1) {
            throw wrong("Choose one of --list, --approve, --reject and --undo.");
        }
        if (undo) {
            return tell(new Byline().undoModeration(site, request(List.of()).at()), "taken back");
        }
        if (approve != null) {
            return decide(approve, Moderation.APPROVED);
        }
        if (reject != null) {
            return decide(reject, Moderation.REJECTED);
        }
        ModerationReport report = new Byline().moderation(request(List.of()));
        if (list || !report.succeeded() || !Terminal.isThere()) {
            return tell(report);
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return new ModerationWalk(site, request(List.of()).at(), in, out()).walk(report);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private ModerationRequest request(List<String> names) {
        return new ModerationRequest(
                site,
                Moment.otherwise(System.getenv(), Clock.systemUTC()),
                names,
                from,
                source,
                article,
                states(),
                Map.of());
    }

    private Set<Moderation> states() {
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "pending" -> EnumSet.of(Moderation.PENDING);
            case "approved" -> EnumSet.of(Moderation.APPROVED);
            case "rejected" -> EnumSet.of(Moderation.REJECTED);
            case "all" -> EnumSet.of(Moderation.PENDING, Moderation.APPROVED, Moderation.REJECTED);
            default -> throw wrong("Unknown state: " + state + ", it is one of pending, approved, rejected, all");
        };
    }

    private int decide(List<String> names, Moderation decision) {
        if (names.isEmpty() && from.isEmpty() && source.isEmpty() && article.isEmpty()) {
            throw wrong("Say what: an ID, or --all-from, --source or --article.");
        }
        return tell(
                new Byline().moderate(request(names), decision), decision.name().toLowerCase(Locale.ROOT));
    }

    private int tell(ModerationReport report, String done) {
        for (Decisions.Change change : report.changes()) {
            reporting.note(
                    out(),
                    Terminal.line(change.article() + "/" + change.id() + ": " + word(change.before()) + " -> "
                            + word(change.after())));
        }
        reporting.tell(
                out(),
                spec.commandLine().getErr(),
                report.diagnostics(),
                report.changes().size() + " " + done,
                Map.of("changed", report.changes().size()),
                Map.of(
                        "changes",
                        report.changes().stream().map(ModerateCommand::parts).toList()));
        return report.succeeded() ? ExitCode.FINE : ExitCode.CONTENT;
    }

    private static String word(Moderation state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> parts(Decisions.Change change) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("article", change.article());
        parts.put("id", change.id());
        parts.put("before", word(change.before()));
        parts.put("after", word(change.after()));
        return parts;
    }

    private int tell(ModerationReport report) {
        for (ModerationReport.Item item : report.items()) {
            String text = String.join(" ", Terminal.text(item.feedback()));
            reporting.note(
                    out(),
                    Terminal.line(item.name()) + "  " + word(item.feedback().moderation()) + "  "
                            + Terminal.who(item.feedback()) + ": "
                            + (text.isEmpty() ? word(item) : beginning(text)));
        }
        reporting.tell(
                out(),
                spec.commandLine().getErr(),
                report.diagnostics(),
                report.items().size() + " items",
                Map.of("items", report.items().size()),
                Map.of(
                        "items",
                        report.items().stream().map(ModerateCommand::parts).toList()));
        return report.succeeded() ? ExitCode.FINE : ExitCode.CONTENT;
    }

    private static String word(ModerationReport.Item item) {
        return "[" + item.feedback().kind().name().toLowerCase(Locale.ROOT) + "]";
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 60)).strip() + "…";
    }

    /** For programs: names and texts without what could steer a terminal, as they may be printed there. */
    private static Map<String, String> parts(ModerationReport.Item item) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("article", item.article());
        parts.put("id", item.feedback().id());
        parts.put("state", word(item.feedback().moderation()));
        parts.put("kind", item.feedback().kind().name().toLowerCase(Locale.ROOT));
        parts.put("source", item.feedback().origin().source());
        parts.put("url", item.feedback().origin().url().orElse(""));
        parts.put("name", item.feedback().author().name());
        parts.put("handle", item.feedback().author().handle());
        parts.put("profile", item.feedback().author().url().orElse(""));
        parts.put("published", item.feedback().published().map(Object::toString).orElse(""));
        parts.put("parent", item.feedback().parent().orElse(""));
        parts.put("mark", item.mark());
        parts.replaceAll((key, value) -> Terminal.line(value));
        parts.put("text", String.join("\n", Terminal.text(item.feedback())));
        return parts;
    }
}
