package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Severity;
import dev.byline.lint.Finding;
import dev.byline.lint.Lexicon;
import dev.byline.lint.Linter;
import dev.byline.lint.Post;
import dev.byline.lint.PostText;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.site.TakenDraft;
import dev.byline.site.Term;
import dev.byline.social.Desk;
import dev.byline.social.Draft;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the linter against the drafts of one site. */
final class LintStage {
    private final Site site;
    private final Settings settings;
    private final Routes routes;
    private final Linter linter;

    LintStage(Site site, Routes routes, List<Draft> drafts, Optional<Path> overrides, Diagnostics diagnostics) {
        this.site = site;
        this.settings = site.settings();
        this.routes = routes;
        Map<String, Lexicon> words = drafts.stream()
                .map(draft -> draft.language().getLanguage())
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), language -> Lexicon.of(language, overrides, diagnostics)));
        this.linter = new Linter(
                words, site.authors(), settings.accounts(), settings.drafting().levels());
    }

    List<Finding> check(List<Draft> drafts) {
        return linter.check(drafts.stream().map(this::post).toList());
    }

    /** The findings as the desk shows them, by the path of the draft. */
    static Map<String, List<Desk.Finding>> forDesk(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        Finding::draft,
                        Collectors.mapping(
                                finding -> new Desk.Finding(
                                        finding.rule(),
                                        finding.severity() == Severity.ERROR,
                                        finding.excerpt(),
                                        finding.reason(),
                                        finding.suggestion()),
                                Collectors.toList())));
    }

    /**
     * Topics of people have no language, tags have: they are compared in the site's first one only, of a translation by
     * the tags of what it translates.
     */
    private List<String> subjects(Article article) {
        Optional<Article> compared = article.language().equals(settings.defaultLanguage())
                ? Optional.of(article)
                : article.translationOf()
                        .flatMap(site::article)
                        .filter(original -> original.language().equals(settings.defaultLanguage()));
        return compared.map(piece -> Stream.concat(piece.tags().stream(), piece.category().stream())
                        .map(Term::name)
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    private Post post(Draft draft) {
        Article article = draft.article();
        return new Post(
                draft.path(),
                article,
                draft.account(),
                draft.network(),
                draft.language(),
                PostText.of(draft.text()),
                draft.parts(),
                draft.media(),
                draft.at().or(() -> article.date().map(ZonedDateTime::toInstant)),
                subjects(article),
                draft.status() != TakenDraft.Status.PUBLISHED,
                article.canonical().orElse(routes.article(article).under(settings.url())),
                draft.taken()
                        .filter(own -> draft.edited())
                        .map(own -> own.place().at(own.firstLine(), 1)));
    }
}
