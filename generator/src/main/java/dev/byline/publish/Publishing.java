package dev.byline.publish;

import dev.byline.site.Post;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Posts the drafts of one account on one network, each once, however often it is interrupted.
 *
 * <p>Before each request that posts the ledger says that it is intended, and under which key; behind it, what came of it.
 * What is found as intended was sent and got no answer, or was never sent: it is looked up before anything is sent again.
 */
final class Publishing {
    private static final int ATTEMPTS = 3;

    private final Publisher publisher;
    private final Ledger ledger;
    private final Clock clock;
    private final Pause pause;
    private final Duration patience;
    private final boolean updating;
    private final List<Line> lines = new ArrayList<>();

    /** Why nothing else is taken from this account; empty while it is. */
    private String stopped = "";

    /**
     * Prepares to post.
     *
     * @param patience the longest wait that a network may ask for
     * @param updating whether posts whose drafts have changed are edited
     */
    Publishing(Publisher publisher, Ledger ledger, Clock clock, Pause pause, Duration patience, boolean updating) {
        this.publisher = publisher;
        this.ledger = ledger;
        this.clock = clock;
        this.pause = pause;
        this.patience = patience;
        this.updating = updating;
    }

    /** Posts what is not out yet. */
    List<Line> publish(List<Outgoing> drafts) throws IOException {
        for (Outgoing draft : drafts) {
            publish(draft);
        }
        return List.copyOf(lines);
    }

    private void publish(Outgoing draft) throws IOException {
        if (isWithdrawn(draft)) {
            return;
        }
        if (!stopped.isEmpty()) {
            tell(draft, 1, Line.Result.FAILED, stopped);
            return;
        }
        boolean begun = false;
        Optional<Sent> first = Optional.empty();
        Optional<Sent> previous = Optional.empty();
        for (int number = 1; number <= draft.parts().size(); number++) {
            Optional<Post> known = ledger.find(draft.article(), draft.account(), draft.network(), number);
            boolean isOut = known.isPresent() && known.get().state() == Post.State.PUBLISHED;
            Part part = part(draft, number, known, first, previous);
            if (!isOut && !begun) {
                begun = true;
                if (!isTaken(draft, number)) {
                    return;
                }
            }
            Optional<Sent> sent = isOut ? Optional.of(renewed(part, known.get())) : settled(part, known);
            if (sent.isEmpty()) {
                return;
            }
            first = first.or(() -> sent);
            previous = sent;
        }
    }

    private boolean isWithdrawn(Outgoing draft) {
        return ledger.find(draft.article(), draft.account(), draft.network(), 1)
                .filter(post -> post.state() == Post.State.WITHDRAWN)
                .isPresent();
    }

    private Part part(Outgoing draft, int number, Optional<Post> known, Optional<Sent> first, Optional<Sent> previous) {
        Optional<Post> begun = known.filter(post -> post.state() != Post.State.FAILED);
        Instant created =
                begun.flatMap(Post::at).orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS));
        String key = begun.map(Post::key).filter(k -> !k.isEmpty()).orElseGet(() -> publisher.key(draft, number));
        return new Part(draft, number, key, created, first, previous);
    }

    /** Asks before anything of a draft is posted whether it will be taken. */
    private boolean isTaken(Outgoing draft, int number) {
        Optional<Outcome> objection = publisher.objection(draft);
        for (int attempt = 1;
                attempt < ATTEMPTS && objection.flatMap(this::waitFor).isPresent();
                attempt++) {
            pause.of(objection.flatMap(this::waitFor).get());
            objection = publisher.objection(draft);
        }
        objection.ifPresent(outcome -> {
            stopIfRefused(outcome);
            tell(draft, number, Line.Result.FAILED, reason(outcome));
        });
        return objection.isEmpty();
    }

    private void stopIfRefused(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused && refused.wholeAccount()) {
            stopped = refused.reason();
        }
    }

    /** A post that is out, with the text of its draft if that is wanted. */
    private Sent renewed(Part part, Post post) throws IOException {
        Sent sent = new Sent(post.id(), post.url());
        if (post.text().isEmpty() || post.text().equals(Keys.ofText(part.whole()))) {
            return sent;
        }
        if (!updating) {
            tell(part, Line.Result.CHANGED, post.url().orElse(post.id()));
            return sent;
        }
        Outcome outcome = patiently(() -> publisher.update(part, sent), true);
        if (outcome instanceof Outcome.Done) {
            ledger.published(part, sent);
            tell(part, Line.Result.UPDATED, post.url().orElse(post.id()));
        } else {
            tell(part, Line.Result.FAILED, reason(outcome));
        }
        return sent;
    }

    /** A post that is out now, or was out already; empty where it is not, or nobody knows. */
    private Optional<Sent> settled(Part part, Optional<Post> known) throws IOException {
        if (known.isEmpty() || known.get().state() != Post.State.INTENDED) {
            return preparedAndPosted(part);
        }
        LookUp lookUp = publisher.lookUp(part);
        if (lookUp instanceof LookUp.Found found) {
            ledger.change(part.outgoing().article(), known.get(), Post.State.PUBLISHED, Optional.of(found.sent()));
            tell(part, Line.Result.FOUND, found.sent().url().orElse(found.sent().id()));
            return Optional.of(found.sent());
        }
        if (lookUp instanceof LookUp.Impossible) {
            tell(part, Line.Result.TO_SETTLE, "sent without an answer; look whether it is there, then --settle");
            return Optional.empty();
        }
        Instant until = part.created().plus(publisher.repeatable());
        if (lookUp instanceof LookUp.Unanswered unanswered && !clock.instant().isBefore(until)) {
            tell(part, Line.Result.UNCLEAR, unanswered.reason());
            return Optional.empty();
        }
        boolean isAsPrepared = known.get().text().equals(Keys.ofText(part.words()));
        if (lookUp instanceof LookUp.Lapsed || !isAsPrepared) {
            return preparedAndPosted(part);
        }
        ledger.intend(part);
        return posted(part);
    }

    /** The key of what is prepared is kept before it is posted: by it a later run finds out what came of it. */
    private Optional<Sent> preparedAndPosted(Part part) throws IOException {
        Outcome outcome = patiently(() -> publisher.prepare(part), false);
        if (outcome instanceof Outcome.Prepared prepared) {
            Part ready = part.under(prepared.key());
            ledger.intend(ready);
            return posted(ready);
        }
        return failed(part, outcome);
    }

    private Optional<Sent> posted(Part part) throws IOException {
        boolean repeatable = !publisher.repeatable().isZero();
        Outcome outcome = patiently(() -> publisher.post(part), repeatable);
        if (outcome instanceof Outcome.Done done) {
            ledger.published(part, done.sent());
            String at = done.sent().url().orElse(done.sent().id());
            tell(part, Line.Result.POSTED, done.but().isEmpty() ? at : at + " (" + done.but() + ")");
            return Optional.of(done.sent());
        }
        if (outcome instanceof Outcome.Unclear unclear) {
            tell(part, Line.Result.UNCLEAR, unclear.reason());
            return Optional.empty();
        }
        return failed(part, outcome);
    }

    private Optional<Sent> failed(Part part, Outcome outcome) throws IOException {
        stopIfRefused(outcome);
        ledger.failed(part, reason(outcome));
        tell(part, Line.Result.FAILED, reason(outcome));
        return Optional.empty();
    }

    /** One request to a network, which may be made again. */
    @FunctionalInterface
    private interface Attempt {
        Outcome make();
    }

    /**
     * Tries again what was certainly not done; what may be done only if doing it twice is doing it once. What may be done
     * by one attempt stays so whatever becomes of the next.
     */
    private Outcome patiently(Attempt attempt, boolean repeatable) {
        Outcome outcome = attempt.make();
        boolean unclear = false;
        for (int made = 1; made < ATTEMPTS; made++) {
            Optional<Duration> wait = waitFor(outcome);
            if (wait.isEmpty() && repeatable && outcome instanceof Outcome.Unclear) {
                wait = Optional.of(Duration.ofSeconds(1L << (made - 1)));
            }
            if (wait.isEmpty()) {
                break;
            }
            unclear |= outcome instanceof Outcome.Unclear;
            pause.of(wait.get());
            outcome = attempt.make();
        }
        return unclear && !(outcome instanceof Outcome.Done) ? new Outcome.Unclear(reason(outcome)) : outcome;
    }

    /** How long to wait for a busy network; empty where that is too long. */
    private Optional<Duration> waitFor(Outcome outcome) {
        return outcome instanceof Outcome.Busy busy && busy.pause().compareTo(patience) <= 0
                ? Optional.of(busy.pause())
                : Optional.empty();
    }

    private static String reason(Outcome outcome) {
        if (outcome instanceof Outcome.Busy busy) {
            return busy.reason() + "; it wants to be left alone for "
                    + busy.pause().toSeconds() + " s";
        }
        if (outcome instanceof Outcome.Refused refused) {
            return refused.reason();
        }
        return outcome instanceof Outcome.Unclear unclear ? unclear.reason() : "";
    }

    private void tell(Part part, Line.Result result, String detail) {
        tell(part.outgoing(), part.number(), result, detail);
    }

    private void tell(Outgoing draft, int number, Line.Result result, String detail) {
        lines.add(new Line(draft.article(), draft.account(), draft.network(), number, result, detail));
    }

    /** Takes posts back, the last of a thread first. */
    List<Line> withdraw(String article, List<Post> posts) throws IOException {
        for (Post post : posts) {
            Sent sent = new Sent(post.id(), post.url());
            Outcome outcome = patiently(() -> publisher.withdraw(sent), true);
            boolean done = outcome instanceof Outcome.Done;
            if (done) {
                ledger.change(article, post, Post.State.WITHDRAWN, Optional.empty());
            }
            lines.add(new Line(
                    article,
                    post.account(),
                    post.network(),
                    post.part(),
                    done ? Line.Result.WITHDRAWN : Line.Result.FAILED,
                    done ? post.url().orElse(post.id()) : reason(outcome)));
            if (!done) {
                break;
            }
        }
        return List.copyOf(lines);
    }
}
