package dev.byline.intake;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.feedback.SafeHtml;
import dev.byline.feedback.Submission;
import dev.byline.feedback.Submission.State;
import dev.byline.page.Direction;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The pages that readers see, in the language of the piece. What they wrote is made safe as on the site. */
final class Pages {
    private static final String TEMPLATE = "intake.ftl";

    private final IntakeSettings settings;
    private final Look look;
    private final Supplier<Blog> blog;

    Pages(IntakeSettings settings, Look look, Supplier<Blog> blog) {
        this.settings = settings;
        this.look = look;
        this.blog = blog;
    }

    String stylesheet() {
        return look.stylesheet();
    }

    String script() {
        return look.script();
    }

    /** A sentence of the theme, for programs. */
    String english(String key) {
        return look.messages().get(Locale.ENGLISH, key);
    }

    String english(Written.Problem problem) {
        return words(Locale.ENGLISH, problem);
    }

    private String words(Locale language, Written.Problem problem) {
        String field = problem.field().isEmpty() ? "" : look.messages().get(language, problem.field());
        return look.messages().get(language, problem.key(), field, problem.limit());
    }

    /** The language of a piece, else of the site. */
    Locale language(Blog known, String article) {
        return known.piece(article).map(Blog.Piece::language).orElse(known.language());
    }

    /** A page of one sentence. */
    Reply message(int status, Locale language, String key) {
        return render(status, language, model("message", key));
    }

    /**
     * The form, with what was written, and how that will look.
     *
     * @param note the key of a sentence to say; empty for the usual one
     */
    Reply form(int status, Blog known, Written written, List<Written.Problem> problems, String note) {
        Locale language = language(known, written.article());
        boolean blank = written.text().isEmpty() && written.rating().isEmpty();
        Map<String, Object> model = model("form", blank ? "intake.write" : "intake.read");
        model.put("note", note.isEmpty() && !blank && problems.isEmpty() ? "intake.read.note" : note);
        model.put("problems", problems.stream().map(p -> words(language, p)).toList());
        model.put("name", written.name());
        model.put("website", written.website());
        model.put("text", written.text());
        model.put("stars", written.stars().orElse(0));
        model.put("html", html(written));
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put("article", written.article());
        hidden.put("parent", written.parent());
        hidden.put("token", written.token());
        model.put("hidden", hidden);
        model.put("work", settings.work());
        return render(status, language, about(model, known, written.article()));
    }

    private static String html(Written written) {
        return written.text().isEmpty() || written.text().length() > Written.MAX_TEXT
                ? ""
                : SafeHtml.of(written.submission("preview", Instant.EPOCH, State.KEPT)
                        .item()
                        .feedback());
    }

    /** What one reader sent, or that they took it back. */
    Reply own(Blog known, Submission own) {
        boolean removed = own.state() == State.REMOVED;
        Map<String, Object> model = model(removed ? "message" : "own", removed ? "intake.removed" : "intake.sent");
        model.put("note", removed ? "intake.removed.note" : "intake.sent.note");
        model.put("name", SafeHtml.name(own.name()));
        model.put("stars", own.rating().orElse(0));
        model.put("html", SafeHtml.of(own.item().feedback()));
        return render(200, language(known, own.article()), about(model, known, own.article()));
    }

    private Map<String, Object> model(String kind, String heading) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("kind", kind);
        model.put("heading", heading);
        model.put("title", "");
        model.put("note", "");
        model.put("problems", List.of());
        model.put("name", "");
        model.put("stars", 0);
        model.put("html", "");
        model.put("work", 0);
        model.put("root", settings.address().toString());
        model.put("home", blog.get().url().toString());
        return model;
    }

    private static Map<String, Object> about(Map<String, Object> model, Blog known, String article) {
        known.piece(article).ifPresent(piece -> {
            model.put("title", piece.title());
            model.put("home", answers(piece.url()));
        });
        return model;
    }

    /** Where a piece is answered on its page. */
    private static String answers(URI piece) {
        return piece + "#answers";
    }

    /** A template of one's own that fails must not keep readers out: they get the sentence alone. */
    private Reply render(int status, Locale language, Map<String, Object> model) {
        model.put("language", language.toLanguageTag());
        model.put("direction", Direction.of(language));
        model.put("t", look.messages().words(language));
        return look.templates()
                .render(TEMPLATE, language, model, new Diagnostics())
                .map(page -> Reply.html(status, new String(page, StandardCharsets.UTF_8)))
                .orElseGet(() -> Reply.text(
                        500, look.messages().get(language, model.get("heading").toString())));
    }
}
