package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.PublishReport;
import dev.byline.PublishRequest;
import dev.byline.PublishRequest.Choice;
import dev.byline.SettleRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline publish SITE}. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description =
                "Posts approved drafts on their networks, each once, and tells linked pages by webmention. Tokens come from the environment.")
final class PublishCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Mixin
    private PostChoice chosen;

    @Option(names = "--dry-run", description = "Only say what is due; ask nobody, write nothing.")
    private boolean dryRun;

    @Option(names = "--approve", description = "Post drafts that nobody approved, too.")
    private boolean approve;

    @Option(names = "--update", description = "Edit posts whose drafts have changed, where the network allows it.")
    private boolean update;

    @Option(names = "--no-page-check", description = "Do not look whether the page of a piece is there.")
    private boolean noPageCheck;

    @Option(names = "--no-webmentions", description = "Do not tell the pages that articles link to.")
    private boolean noWebmentions;

    @Option(
            names = "--settle",
            paramLabel = "posted|absent",
            description = "Post nothing; write down what became of posts that were sent without an answer.")
    private String settle;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = Moment.Reader.class,
            description = "The moment that decides what is due (now).")
    private Instant at;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long one answer may take, and a busy network may want to be left alone"
                    + " (${DEFAULT-VALUE}).")
    private int seconds;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() {
        Instant moment = at == null ? Moment.otherwise(System.getenv(), Clock.systemUTC()) : at;
        PublishReport report = settle == null ? publish(moment) : settle(moment);
        return PostTelling.tell(spec.commandLine(), reporting, report, dryRun);
    }

    private PublishReport publish(Instant moment) {
        Set<Choice> choices = EnumSet.noneOf(Choice.class);
        choose(choices, Choice.DRY_RUN, dryRun);
        choose(choices, Choice.APPROVE, approve);
        choose(choices, Choice.UPDATE, update);
        choose(choices, Choice.NO_PAGE_CHECK, noPageCheck);
        choose(choices, Choice.NO_WEBMENTIONS, noWebmentions);
        return new Byline()
                .publish(new PublishRequest(
                        site,
                        chosen.selection(),
                        moment,
                        Clock.systemUTC(),
                        System.getenv(),
                        Duration.ofSeconds(Math.max(1, seconds)),
                        choices));
    }

    private static void choose(Set<Choice> choices, Choice choice, boolean wanted) {
        if (wanted) {
            choices.add(choice);
        }
    }

    private PublishReport settle(Instant moment) {
        if (!settle.equals("posted") && !settle.equals("absent")) {
            throw new ParameterException(spec.commandLine(), "Say --settle posted, or --settle absent");
        }
        if (chosen.selection().article().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say which: --settle needs --article");
        }
        return new Byline().settle(new SettleRequest(site, chosen.selection(), moment, settle.equals("posted")));
    }
}
