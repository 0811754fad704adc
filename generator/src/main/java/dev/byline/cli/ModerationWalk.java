package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.ModerationReport;
import dev.byline.ModerationRequest;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Moderation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Walks through items with a person at a terminal, one at a time. Each decision is in its file before the next item is
 * shown; whoever ends in the middle loses nothing.
 */
final class ModerationWalk {
    private static final String KEYS =
            "a approve, r reject, s skip, u undo, o its address, q quit (then byline moderate goes on here)";

    /** As much of a thread is shown above an item. */
    private static final int ABOVE = 3;

    private final Path site;
    private final Instant at;
    private final BufferedReader in;
    private final PrintWriter out;
    /** Where in the list a decision was made, the last one on top. */
    private final Deque<Integer> decided = new ArrayDeque<>();

    private int approved;
    private int rejected;

    ModerationWalk(Path site, Instant at, BufferedReader in, PrintWriter out) {
        this.site = site;
        this.at = at;
        this.in = in;
        this.out = out;
    }

    int walk(ModerationReport report) throws IOException {
        report.diagnostics().forEach(out::println);
        List<ModerationReport.Item> items = new ArrayList<>(report.items());
        int index = 0;
        boolean shown = false;
        while (index < items.size()) {
            ModerationReport.Item item = items.get(index);
            if (!shown) {
                show(item, index + 1, items.size());
                shown = true;
            }
            out.print("[a/r/s/u/o/q/?] ");
            out.flush();
            String answer = in.readLine();
            switch (answer == null ? "q" : answer.strip().toLowerCase(Locale.ROOT)) {
                case "a", "approve" -> index = decide(item, index, Moderation.APPROVED);
                case "r", "reject" -> index = decide(item, index, Moderation.REJECTED);
                case "s", "skip" -> index++;
                case "u", "undo" -> {
                    index = undo(index);
                    items.set(index, asItIsNow(items.get(index)));
                }
                case "o", "open" -> {
                    out.println(Terminal.line(item.feedback().origin().url().orElse("It has no address.")));
                    continue;
                }
                case "q", "quit" -> {
                    return end(items.size());
                }
                default -> {
                    out.println(KEYS);
                    continue;
                }
            }
            shown = false;
        }
        return end(items.size());
    }

    private void show(ModerationReport.Item item, int number, int all) {
        Feedback feedback = item.feedback();
        out.println();
        out.println(number + " of " + all + " · " + Terminal.line(item.title()));
        List<Feedback> thread = item.thread();
        for (Feedback above : thread.subList(Math.max(0, thread.size() - ABOVE), thread.size())) {
            out.println("  > " + Terminal.who(above) + ": " + first(above));
        }
        String when = feedback.published().map(Object::toString).orElse("no time");
        out.println(Terminal.who(feedback) + " · "
                + Terminal.line(feedback.origin().source()) + " · "
                + feedback.kind().name().toLowerCase(Locale.ROOT)
                + feedback.rating().map(stars -> " " + stars + "/5").orElse("") + " · " + when);
        feedback.author().url().ifPresent(url -> out.println("  " + Terminal.line(url)));
        Terminal.text(feedback).forEach(line -> out.println("  " + line));
    }

    private static String first(Feedback item) {
        List<String> lines = Terminal.text(item);
        if (lines.isEmpty()) {
            return item.moderation() == Moderation.REMOVED ? "[removed]" : "[no text]";
        }
        return lines.get(0) + (lines.size() > 1 ? " …" : "");
    }

    private int decide(ModerationReport.Item item, int index, Moderation decision) {
        ModerationReport done =
                new Byline().moderate(ModerationRequest.one(site, at, item.name(), item.mark()), decision);
        tell(done, item);
        if (!done.changes().isEmpty()) {
            decided.push(index);
            count(decision, 1);
        }
        return done.succeeded() ? index + 1 : index;
    }

    /** What is wrong with this item's file; what is wrong with others was told at the beginning. */
    private void tell(ModerationReport done, ModerationReport.Item item) {
        done.diagnostics().stream()
                .filter(d -> !done.succeeded()
                        || d.place()
                                .file()
                                .equals("feedback/" + item.article() + "/"
                                        + item.feedback().id() + ".yml"))
                .forEach(out::println);
    }

    private int undo(int index) {
        if (decided.isEmpty()) {
            out.println("Nothing was decided here yet; byline moderate SITE --undo takes earlier rounds back.");
            return index;
        }
        ModerationReport done = new Byline().undoModeration(site, at);
        done.changes().forEach(change -> count(change.before(), -1));
        if (done.changes().isEmpty()) {
            done.diagnostics().forEach(out::println);
        }
        return decided.pop();
    }

    /** Its file may have one line more now, or another text. */
    private ModerationReport.Item asItIsNow(ModerationReport.Item item) {
        return new Byline()
                .moderation(ModerationRequest.named(site, at, item.name())).items().stream()
                        .findFirst()
                        .orElse(item);
    }

    private void count(Moderation decision, int more) {
        approved += decision == Moderation.APPROVED ? more : 0;
        rejected += decision == Moderation.REJECTED ? more : 0;
    }

    private int end(int all) {
        out.println(approved + " approved, " + rejected + " rejected, " + (all - approved - rejected)
                + " left as they are");
        return ExitCode.FINE;
    }
}
