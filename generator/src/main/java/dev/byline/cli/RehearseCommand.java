package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.PublishReport;
import dev.byline.RehearsalReport;
import dev.byline.RehearsalRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline rehearse SITE}. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = "Publishes to networks that play themselves on this machine, and shows what people would see.")
final class RehearseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITE", description = "The folder that holds site.yml.")
    private Path site;

    @Mixin
    private PostChoice chosen;

    @Option(names = "--approve", description = "Rehearse drafts that nobody approved, too.")
    private boolean approve;

    @Option(
            names = "--rough",
            description =
                    "Cut the connection behind every third request that a network has taken, and publish again until"
                            + " nothing is left to do.")
    private boolean rough;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = Moment.Reader.class,
            description = "The moment that decides what is due (now).")
    private Instant at;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() {
        RehearsalReport rehearsal = new Byline()
                .rehearse(new RehearsalRequest(
                        site,
                        chosen.selection(),
                        at == null ? Moment.otherwise(System.getenv(), Clock.systemUTC()) : at,
                        approve,
                        rough));
        PrintWriter out = spec.commandLine().getOut();
        for (RehearsalReport.Post post : rehearsal.posts()) {
            reporting.note(out, "--- " + post.network() + ", " + post.by());
            reporting.note(out, post.text());
            post.images().forEach(alt -> reporting.note(out, "[image: " + alt + "]"));
        }
        rehearsal.posts().stream().findFirst().ifPresent(any -> reporting.note(out, "---"));
        if (rough && rehearsal.report().succeeded()) {
            tellRounds(rehearsal, out);
        }
        int code = PostTelling.tell(spec.commandLine(), reporting, rehearsal.report(), false);
        return rehearsal.surplus() == 0 ? code : ExitCode.REMOTE;
    }

    private void tellRounds(RehearsalReport rehearsal, PrintWriter out) {
        int number = 0;
        for (PublishReport round : rehearsal.rounds()) {
            number++;
            reporting.note(out, "round " + number + ": " + PostTelling.summary(round));
        }
        reporting.note(
                out,
                rehearsal.surplus() == 0
                        ? "of " + rehearsal.posts().size() + " posts, each is there once"
                        : rehearsal.surplus() + " posts are there twice");
    }
}
