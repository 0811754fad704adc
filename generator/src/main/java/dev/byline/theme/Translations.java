package dev.byline.theme;

import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Site;
import dev.byline.site.StaticPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Finds the same page in the site's other languages. */
final class Translations {
    private final Site site;
    private final Routes routes;
    private final Map<Locale, String> names = new ConcurrentHashMap<>();

    Translations(Site site, Routes routes) {
        this.site = site;
        this.routes = routes;
    }

    /** The article in its other languages. */
    List<View.Language> others(Article article) {
        return site.translationsOf(article).stream()
                .map(other -> view(other.language(), routes.article(other), false))
                .toList();
    }

    /** Where the header leads from a page: to the same page in each language, or to that language's home. */
    List<View.Language> switcher(Page.Themed page) {
        Map<Locale, Route> same = new LinkedHashMap<>(same(page));
        if (isLaterAnswers(page)) {
            // What was answered in one language stands in no other: there, the conversation begins anew.
            same.put(page.language(), page.route());
        }
        return site.settings().languages().stream()
                .map(language -> view(
                        language, same.getOrDefault(language, routes.home(language)), language.equals(page.language())))
                .toList();
    }

    /** What search engines are told: the same page in all of its languages, itself among them; none where it is alone. */
    List<View.Language> alternates(Page.Themed page) {
        Map<Locale, Route> same = same(page);
        return same.size() < 2 || isLaterAnswers(page)
                ? List.of()
                : same.entrySet().stream()
                        .map(entry -> view(
                                entry.getKey(), entry.getValue(), entry.getKey().equals(page.language())))
                        .toList();
    }

    private static boolean isLaterAnswers(Page.Themed page) {
        return page instanceof Page.FeedbackPage feedback && feedback.number() > 1;
    }

    /** The language's name in the language itself. */
    View.Language view(Locale language, Route route, boolean current) {
        String name = names.computeIfAbsent(language, Translations::name);
        return new View.Language(language.toLanguageTag(), name, route.encoded(), current);
    }

    /** The language's name in the language itself, as a heading has it. */
    static String name(Locale language) {
        String name = language.getDisplayName(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private Map<Locale, Route> same(Page.Themed page) {
        if (page instanceof Page.Home home && home.slice().isFront()) {
            return all(routes::home);
        }
        if (page instanceof Page.Archive archive && archive.year().isEmpty()) {
            return all(routes::archive);
        }
        if (page instanceof Page.Feeds) {
            return all(routes::feeds);
        }
        if (page instanceof Page.Answers) {
            return all(routes::answers);
        }
        if (page instanceof Page.Authors) {
            return all(routes::authors);
        }
        if (page instanceof Page.Terms terms) {
            return all(language -> routes.terms(terms.taxonomy(), language));
        }
        if (page instanceof Page.Search) {
            return all(routes::search);
        }
        if (page instanceof Page.ArticlePage article) {
            return articles(article.article(), routes::article);
        }
        if (page instanceof Page.FeedbackPage feedback) {
            return articles(feedback.article(), routes::feedback);
        }
        return page instanceof Page.Plain plain ? pages(plain.page()) : Map.of();
    }

    private Map<Locale, Route> all(Function<Locale, Route> route) {
        Map<Locale, Route> all = new LinkedHashMap<>();
        site.settings().languages().forEach(language -> all.put(language, route.apply(language)));
        return all;
    }

    private Map<Locale, Route> articles(Article article, Function<Article, Route> route) {
        Map<Locale, Route> same = new LinkedHashMap<>();
        same.put(article.language(), route.apply(article));
        site.translationsOf(article).forEach(other -> same.putIfAbsent(other.language(), route.apply(other)));
        return same;
    }

    private Map<Locale, Route> pages(StaticPage page) {
        String original = page.translationOf().orElse(page.id());
        Map<Locale, Route> same = new LinkedHashMap<>();
        same.put(page.language(), routes.page(page));
        site.pages().stream()
                .filter(other -> !other.draft())
                .filter(other -> other.translationOf().orElse(other.id()).equals(original))
                .forEach(other -> same.putIfAbsent(other.language(), routes.page(other)));
        return same;
    }
}
