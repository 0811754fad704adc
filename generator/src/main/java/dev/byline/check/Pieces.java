package dev.byline.check;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Prose;
import dev.byline.site.Site;
import dev.byline.site.StaticPage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What pieces, pages and people should say of themselves, so that they are found and can be answered. */
final class Pieces {
    /** Search engines and networks cut longer titles. */
    private static final int LONGEST_TITLE = 90;

    private static final int LONGEST_SUMMARY = 300;

    private final Site site;
    private final Map<String, Prose> prose;
    private final Diagnostics found;

    Pieces(Site site, Map<String, Prose> prose, Diagnostics found) {
        this.site = site;
        this.prose = prose;
        this.found = found;
    }

    void check() {
        site.listed().forEach(this::piece);
        twice("title-twice", "title", Article::title);
        twice("summary-twice", "summary", Article::summary);
        site.authors().forEach(this::person);
        languages();
    }

    private void warn(String rule, Place place, String message, String hint) {
        found.add(Diagnostic.warning(place, message, hint).by(rule));
    }

    private void piece(Article article) {
        Prose body = prose.get(article.id());
        if (article.title().length() > LONGEST_TITLE) {
            warn(
                    "title-long",
                    article.place("title"),
                    "a title of " + article.title().length() + " characters",
                    "keep it below " + LONGEST_TITLE + "; what follows fits the summary");
        }
        if (article.title().length() > 20
                && article.title().equals(article.title().toUpperCase(article.language()))
                && !article.title().equals(article.title().toLowerCase(article.language()))) {
            warn("title-shouts", article.place("title"), "a title in capitals", "write it as a sentence");
        }
        if (article.summary().isEmpty() && body.lead().isEmpty()) {
            warn(
                    "summary",
                    article.place().at(1, 1),
                    "nothing says in a sentence what this piece is about",
                    "add summary:");
        }
        if (article.summary().length() > LONGEST_SUMMARY) {
            warn(
                    "summary-long",
                    article.place("summary"),
                    "a summary of " + article.summary().length() + " characters",
                    "keep it below " + LONGEST_SUMMARY);
        }
        if (body.html().isEmpty()) {
            warn("empty", article.place().at(1, 1), "a piece without a text", "write one, or add draft: true");
        }
        if (article.category().isEmpty() && article.tags().isEmpty()) {
            warn(
                    "unsorted",
                    article.place().at(1, 1),
                    "a piece without category and tags is hard to find",
                    "add tags:");
        }
    }

    private void twice(String rule, String key, Function<Article, String> value) {
        Map<String, Article> first = new HashMap<>();
        for (Article article : site.listed()) {
            String text = article.language() + " " + value.apply(article).toLowerCase(Locale.ROOT);
            Article before = value.apply(article).isEmpty() ? null : first.putIfAbsent(text, article);
            if (before != null) {
                warn(
                        rule,
                        article.place(key),
                        "the same " + key + " as " + before.place().file(),
                        "say what is different");
            }
        }
    }

    private void person(Author author) {
        if (author.handles().isEmpty() && author.email().isEmpty()) {
            warn(
                    "unreachable",
                    author.place().at(1, 1),
                    author.name() + " cannot be reached: no handle, no e-mail address",
                    "add a work handle, or email:");
        }
        if (site.listedBy(author).isEmpty()) {
            warn(
                    "idle",
                    author.place().at(1, 1),
                    author.name() + " has no piece that is out",
                    "write one, or remove the file");
        }
        if (author.role().texts().isEmpty() && author.bio().texts().isEmpty()) {
            warn(
                    "unknown-person",
                    author.place().at(1, 1),
                    "nothing says who " + author.name() + " is",
                    "add role: and bio:");
        }
    }

    /** A page outside the stream should exist in every language that has pieces. */
    private void languages() {
        List<Locale> languages = site.settings().languages();
        if (languages.size() < 2) {
            return;
        }
        for (Locale language : languages) {
            if (site.listed(language).isEmpty()) {
                warn(
                        "language-empty",
                        site.settings().place(),
                        "no piece is in \"" + language.toLanguageTag() + "\"",
                        "write one, or remove the language");
            }
        }
        Set<Locale> withPages = new HashSet<>();
        site.pages().stream()
                .filter(page -> !page.draft())
                .map(StaticPage::language)
                .forEach(withPages::add);
        for (Locale language : languages) {
            if (!withPages.isEmpty()
                    && !withPages.contains(language)
                    && !site.listed(language).isEmpty()) {
                warn(
                        "untranslated",
                        site.settings().place(),
                        "none of the pages is in \"" + language.toLanguageTag() + "\"",
                        "translate one: pages/about.md");
            }
        }
    }
}
