package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.feedback.SafeHtml;
import dev.byline.page.Direction;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Settings;
import dev.byline.theme.Messages;
import dev.byline.theme.Templates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The page on which a person decides about what is pending. It is part of no site. */
final class ModerationPage {
    /** More are not on one page: it would take long to load, and they come when these are decided. */
    private static final int MOST = 50;

    private final Path folder;
    private final Settings settings;

    ModerationPage(Path folder, Settings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * The page; empty where a template of the site's own fails.
     *
     * @param token proves that a form comes from this page
     * @param said what became of the last form: the last part of a word's key; empty where there was none
     */
    Optional<byte[]> of(ModerationReport report, String token, String said) {
        Diagnostics diagnostics = new Diagnostics();
        Locale language = settings.defaultLanguage();
        Optional<Path> overrides = Optional.of(folder.resolve("templates")).filter(Files::isDirectory);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("t", new Messages(settings.languages(), overrides, diagnostics).words(language));
        model.put("title", settings.title().in(language));
        model.put("language", language.toLanguageTag());
        model.put("direction", Direction.of(language));
        model.put("token", token);
        model.put("said", said);
        model.put("count", report.items().size());
        model.put("more", Math.max(0, report.items().size() - MOST));
        model.put(
                "problems", report.diagnostics().stream().map(Object::toString).toList());
        model.put(
                "items",
                report.items().stream().limit(MOST).map(ModerationPage::item).toList());
        return new Templates(overrides).render("moderate.ftl", language, model, diagnostics);
    }

    private static Map<String, Object> item(ModerationReport.Item item) {
        Feedback feedback = item.feedback();
        Map<String, Object> model = new LinkedHashMap<>(said(feedback));
        model.put("name", item.name());
        model.put("mark", item.mark());
        model.put("title", item.title());
        model.put("thread", item.thread().stream().map(ModerationPage::said).toList());
        model.put("handle", SafeHtml.name(feedback.author().handle()));
        model.put("profile", feedback.author().url().orElse(""));
        model.put("source", feedback.origin().source());
        model.put("url", feedback.origin().url().orElse(""));
        model.put("kind", feedback.kind().name().toLowerCase(Locale.ROOT));
        model.put("rating", feedback.rating().orElse(0));
        model.put("published", feedback.published().map(Object::toString).orElse(""));
        return model;
    }

    private static Map<String, Object> said(Feedback feedback) {
        boolean removed = feedback.moderation() == Moderation.REMOVED;
        String name = SafeHtml.name(feedback.author().name());
        return Map.of(
                "who", name.isEmpty() ? SafeHtml.name(feedback.author().handle()) : name,
                "removed", removed,
                "html", removed ? "" : SafeHtml.of(feedback));
    }
}
