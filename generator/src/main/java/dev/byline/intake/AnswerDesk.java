package dev.byline.intake;

import dev.byline.feedback.Submission;
import dev.byline.intake.Metrics.Event;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes comments and ratings. The form of a static page can hold no token: what it sends is shown once more, on a page with
 * one, and kept when it comes back from there. Whatever is wrong, nobody's words are lost: they come back in the form.
 */
final class AnswerDesk {
    /**
     * A vote is known by so few bits of a keyed digest that about 250 addresses of each program share a number: it says of
     * nobody that they voted. Of 1,000 readers who vote on one piece, one in 16,000 is taken for another.
     */
    private static final int VOTER_BITS = 24;

    /** Who shows no proof of work waits so many times as long. */
    private static final int PATIENCE_FOR_WORK = 5;

    /** Looking costs less than sending. */
    private static final int LOOKS_PER_SENDING = 10;

    private static final int TOO_MANY = 429;

    private final IntakeSettings settings;
    private final Store store;
    private final Supplier<Blog> blog;
    private final Signer signer;
    private final FormTokens tokens;
    private final Origins origins;
    private final RateLimits limits;
    private final Pages pages;
    private final Metrics metrics;
    private final Clock clock;
    private final Consumer<String> trouble;

    AnswerDesk(
            IntakeSettings settings,
            Store store,
            Supplier<Blog> blog,
            RateLimits limits,
            Pages pages,
            Metrics metrics,
            Clock clock,
            Consumer<String> trouble) {
        this.settings = settings;
        this.store = store;
        this.blog = blog;
        this.signer = new Signer(store.key());
        this.tokens = new FormTokens(signer, clock);
        this.origins = new Origins(blog.get().url(), settings.address());
        this.limits = limits;
        this.pages = pages;
        this.metrics = metrics;
        this.clock = clock;
        this.trouble = trouble;
    }

    /** An empty form: {@code GET /answers?article=...}. */
    Reply form(Asked asked) {
        Written blank = Written.of(asked.query());
        Optional<Reply> refused = refused(blank, false);
        return refused.orElseGet(() -> show(200, blank.withToken(tokens.giveOut(blank.article())), List.of(), ""));
    }

    /** A token for a program that shows a form of its own: {@code GET /token?article=...}. */
    Reply token(Asked asked) {
        String article = asked.query("article");
        return Reply.json(
                        200,
                        Map.of(
                                "token", tokens.giveOut(article),
                                "wait", settings.leastAge().toSeconds(),
                                "work", settings.work()))
                .with("Access-Control-Allow-Origin", site());
    }

    private String site() {
        URI url = blog.get().url();
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    /** What was sent: {@code POST /answers}. */
    Reply take(Asked asked) {
        Origins.From from = origins.of(asked);
        if (from == Origins.From.ELSEWHERE) {
            metrics.count(Event.FOREIGN);
            return pages.message(403, blog.get().language(), "intake.refused");
        }
        Written written;
        try {
            written = Written.of(Form.fields(asked));
        } catch (Form.Unreadable unreadable) {
            metrics.count(Event.UNREADABLE);
            return Reply.text(unreadable.status(), unreadable.getMessage());
        }
        boolean json = asked.wantsJson();
        Optional<Reply> refused = refused(written, json);
        if (refused.isPresent()) {
            metrics.count(Event.UNSOUND);
            return refused.get();
        }
        // A browser that does not say where a form came from shows it, so that a person sees what is sent.
        boolean unsaid = from == Origins.From.UNKNOWN && asked.header("Origin").isPresent();
        return json ? takeJson(asked, written) : takeForm(asked, unsaid ? written.withToken("") : written);
    }

    private Optional<Reply> refused(Written written, boolean json) {
        Blog known = blog.get();
        if (!written.isAboutSomething() || !known.mayHave(written.article())) {
            return Optional.of(refusal(404, known, written, "intake.unknown", json));
        }
        boolean closed = known.piece(written.article())
                .filter(piece -> !piece.until().isAfter(clock.instant()))
                .isPresent();
        return closed ? Optional.of(refusal(403, known, written, "intake.closed", json)) : Optional.empty();
    }

    private Reply refusal(int status, Blog known, Written written, String key, boolean json) {
        return json
                ? Reply.json(status, Map.of("error", pages.english(key)))
                : pages.message(status, pages.language(known, written.article()), key);
    }

    private Reply takeForm(Asked asked, Written written) {
        List<Written.Problem> problems = written.problems();
        if (!problems.isEmpty()) {
            metrics.count(Event.UNSOUND);
            return show(422, written, problems, "");
        }
        if (!written.trap().isEmpty()) {
            metrics.count(Event.TRAPPED);
            return fresh(asked, written, "");
        }
        Optional<FormTokens.Held> held = tokens.read(written.token(), written.article());
        if (held.isEmpty() || written.look()) {
            metrics.count(Event.PREVIEWED);
            return fresh(asked, written, written.token().isEmpty() || written.look() ? "" : "intake.again");
        }
        if (isTooFast(written, held.get())) {
            metrics.count(Event.TOO_FAST);
            return show(200, written, List.of(), "intake.wait");
        }
        if (!limits.allows("send", asked.reader().network(), settings.limit())) {
            metrics.count(Event.TOO_MANY);
            return show(TOO_MANY, written, List.of(), "intake.busy").with("Retry-After", retryAfter());
        }
        try {
            Store.Kept kept = keep(asked, written, held.get().id());
            return kept == Store.Kept.RATED_BEFORE
                    ? pages.message(200, pages.language(blog.get(), written.article()), "intake.rated")
                    : Reply.seeOther(own(held.get().id()));
        } catch (StoreFailure failed) {
            metrics.count(Event.FAILED);
            trouble.accept(failed.getMessage());
            // The same token again: if it was kept after all, it is not kept twice.
            return show(503, written, List.of(), "intake.failed").with("Retry-After", "30");
        }
    }

    private Reply takeJson(Asked asked, Written written) {
        Optional<FormTokens.Held> held = tokens.read(written.token(), written.article());
        if (held.isEmpty()) {
            return Reply.json(400, Map.of("error", "no token; GET token?article=... gives one"));
        }
        List<Written.Problem> problems = written.problems();
        if (!problems.isEmpty() || !written.trap().isEmpty()) {
            metrics.count(Event.UNSOUND);
            return Reply.json(
                    422,
                    Map.of(
                            "error",
                            "something to mend",
                            "problems",
                            problems.stream().map(pages::english).toList()));
        }
        if (isTooFast(written, held.get())) {
            metrics.count(Event.TOO_FAST);
            return Reply.json(
                    425, Map.of("error", "too fast", "wait", settings.leastAge().toSeconds()));
        }
        if (!limits.allows("send", asked.reader().network(), settings.limit())) {
            metrics.count(Event.TOO_MANY);
            return Reply.json(TOO_MANY, Map.of("error", "too many")).with("Retry-After", retryAfter());
        }
        try {
            if (keep(asked, written, held.get().id()) == Store.Kept.RATED_BEFORE) {
                return Reply.json(200, Map.of("rated", "before"));
            }
            String own = own(held.get().id()).toString();
            return Reply.json(201, Map.of("id", held.get().id(), "own", own)).with("Location", own);
        } catch (StoreFailure failed) {
            metrics.count(Event.FAILED);
            trouble.accept(failed.getMessage());
            return Reply.json(503, Map.of("error", "not kept; send the same again"))
                    .with("Retry-After", "30");
        }
    }

    private Store.Kept keep(Asked asked, Written written, String id) throws StoreFailure {
        boolean suspect = blog.get().suspicion().of(written.name(), written.website(), written.text());
        Submission.State state = suspect ? Submission.State.SUSPECT : Submission.State.KEPT;
        Store.Kept kept = store.keep(written.submission(id, clock.instant(), state), voter(asked, written));
        metrics.count(kept != Store.Kept.NEW ? Event.REPEATED : suspect ? Event.SUSPECT : Event.KEPT);
        return kept;
    }

    private OptionalLong voter(Asked asked, Written written) {
        String reader = written.article() + "\n" + asked.reader().network() + "\n"
                + asked.reader().agent();
        return written.stars().isPresent()
                ? OptionalLong.of(signer.number("vote", reader, VOTER_BITS))
                : OptionalLong.empty();
    }

    /** The address that only who sent something knows. */
    private URI own(String id) {
        return settings.address().resolve("answers/" + id + "/" + signer.sign(OwnDesk.PURPOSE, id));
    }

    private boolean isTooFast(Written written, FormTokens.Held held) {
        boolean worked = settings.work() == 0 || ProofOfWork.isDone(written.token(), written.work(), settings.work());
        return held.age().compareTo(settings.leastAge().multipliedBy(worked ? 1 : PATIENCE_FOR_WORK)) < 0;
    }

    private String retryAfter() {
        return String.valueOf(3_600 / Math.max(1, settings.limit()));
    }

    /** The same in a form with a new token, if the reader may look so often. */
    private Reply fresh(Asked asked, Written written, String note) {
        if (!limits.allows("look", asked.reader().network(), settings.limit() * LOOKS_PER_SENDING)) {
            metrics.count(Event.TOO_MANY);
            return show(TOO_MANY, written, List.of(), "intake.busy").with("Retry-After", retryAfter());
        }
        return show(200, written.withToken(tokens.giveOut(written.article())), List.of(), note);
    }

    private Reply show(int status, Written written, List<Written.Problem> problems, String note) {
        return pages.form(status, blog.get(), written, problems, note);
    }
}
