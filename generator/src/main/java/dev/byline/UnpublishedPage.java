package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.page.Direction;
import dev.byline.page.Routes;
import dev.byline.page.Unpublished;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.theme.Messages;
import dev.byline.theme.Templates;
import dev.byline.theme.UnpublishedMark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The page of the preview that lists the pieces that are not out. It is part of no site. */
final class UnpublishedPage {
    private final Optional<Path> overrides;
    private final Site site;
    private final Routes routes;
    private final Set<String> shown;
    private final Locale language;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Messages messages;
    private final UnpublishedMark mark;

    UnpublishedPage(Path folder, Site site) {
        Settings settings = site.settings();
        this.overrides = Optional.of(folder.resolve("templates")).filter(Files::isDirectory);
        this.site = site;
        this.routes = new Routes(settings);
        this.shown = Unpublished.showable(site, routes);
        this.language = settings.defaultLanguage();
        this.messages = new Messages(settings.languages(), overrides, diagnostics);
        this.mark = new UnpublishedMark(site, messages);
    }

    /** The page; empty where a template of the site's own fails. */
    Optional<byte[]> html() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("t", messages.words(language));
        model.put("title", site.settings().title().in(language));
        model.put("language", language.toLanguageTag());
        model.put("direction", Direction.of(language));
        model.put("pieces", Unpublished.of(site).stream().map(this::piece).toList());
        return new Templates(overrides).render("unpublished.ftl", language, model, diagnostics);
    }

    private Map<String, Object> piece(Article article) {
        return Map.of(
                "title", article.title(),
                "language", article.language().toLanguageTag(),
                "path",
                        shown.contains(article.id())
                                ? "/" + routes.article(article).encoded()
                                : "",
                "mark", mark.of(article, language),
                "people", article.authors().stream().map(Author::name).toList(),
                "file", article.place().file());
    }
}
