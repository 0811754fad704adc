package dev.byline.theme;

import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes what programs read in a page's head. */
final class Heads {
    private final Settings settings;
    private final Routes routes;
    private final Views views;
    private final Translations translations;
    private final LinkedData linkedData;
    private final Previews previews;

    Heads(Site site, Routes routes, Views views, Translations translations, Previews previews, LinkedData linkedData) {
        this.settings = site.settings();
        this.routes = routes;
        this.views = views;
        this.translations = translations;
        this.linkedData = linkedData;
        this.previews = previews;
    }

    View.Head of(Page.Themed page) {
        if (page instanceof Page.ArticlePage article) {
            return article(article);
        }
        if (page instanceof Page.AuthorPage author) {
            return author(author);
        }
        Locale language = page.language();
        String siteTitle = settings.title().in(language);
        String description = settings.description().in(language);
        String canonical =
                page instanceof Page.Redirect redirect ? views.url(redirect.target()) : views.url(page.route());
        boolean quiet =
                page instanceof Page.FeedbackPage feedback && feedback.article().unlisted();
        boolean indexed = !(page instanceof Page.NotFound) && !(page instanceof Page.Redirect) && !quiet;
        return new View.Head(
                siteTitle,
                description,
                canonical,
                previews.ofSite(),
                List.of(),
                "",
                "",
                feeds(page, siteTitle),
                translations.alternates(page),
                page instanceof Page.Home ? companyProfiles() : List.of(),
                linkedData.of(page),
                page instanceof Page.FeedbackPage feedback ? webmention(feedback.article()) : "",
                indexed);
    }

    /** The feed of the list that a page belongs to, and the site's. */
    private List<View.Feed> feeds(Page.Themed page, String siteTitle) {
        List<View.Feed> feeds = new ArrayList<>();
        if (page instanceof Page.TermPage term) {
            Route list = routes.term(term.term(), term.language());
            feeds.addAll(views.feeds(term.term().name() + " · " + siteTitle, list));
        }
        if (page instanceof Page.FeedbackPage feedback) {
            feeds.addAll(answers(feedback.article(), routes.feedback(feedback.article())));
        }
        if (page instanceof Page.Answers) {
            feeds.addAll(views.feeds(views.words(page.language(), "answers.title") + " · " + siteTitle, page.route()));
        }
        feeds.addAll(views.feeds(siteTitle, routes.home(page.language())));
        return feeds;
    }

    private List<View.Feed> answers(Article article, Route folder) {
        return views.feeds(views.words(article.language(), "feedback.title", article.title()), folder);
    }

    private View.Head article(Page.ArticlePage page) {
        Article article = page.article();
        Locale language = article.language();
        List<View.Feed> feeds = new ArrayList<>(views.feeds(settings.title().in(language), routes.home(language)));
        article.authors().forEach(author -> feeds.addAll(views.feeds(author.name(), routes.author(author))));
        article.category()
                .ifPresent(category -> feeds.addAll(views.feeds(category.name(), routes.term(category, language))));
        page.feedback().ifPresent(folder -> feeds.addAll(answers(article, folder)));
        String description = article.summary().isEmpty() ? page.prose().lead() : article.summary();
        return new View.Head(
                article.title(),
                description,
                article.canonical().orElse(views.url(page.route())),
                previews.of(article),
                views.people().of(article.authors(), language),
                article.date().map(LinkedArticles::iso).orElse(""),
                article.updated().map(LinkedArticles::iso).orElse(""),
                feeds,
                translations.alternates(page),
                List.of(),
                linkedData.article(page, description, previews.images(article)),
                webmention(article),
                !article.unlisted());
    }

    private View.Head author(Page.AuthorPage page) {
        Author author = page.author();
        Route route = routes.author(author);
        List<View.Feed> feeds = new ArrayList<>(views.feeds(author.name(), route));
        if (settings.make().answers()) {
            String title = views.words(page.language(), "answers.to", author.name());
            feeds.addAll(views.feeds(title, routes.answers(author)));
        }
        feeds.addAll(views.feeds(settings.title().in(page.language()), routes.home(page.language())));
        return new View.Head(
                author.name(),
                author.bio().in(page.language()),
                views.url(page.route()),
                previews.of(author),
                List.of(views.people().of(author, page.language())),
                "",
                "",
                feeds,
                List.of(),
                profiles(author.handles()),
                linkedData.author(author, page),
                "",
                true);
    }

    /** Where those are told who mention a piece; a piece that takes no answers says nothing. */
    private String webmention(Article article) {
        return settings.answers()
                .webmention()
                .filter(endpoint -> article.feedbackOpen())
                .map(Object::toString)
                .orElse("");
    }

    /** What a profile on a network has to be linked from, so that the network believes that both are one. */
    private static List<String> profiles(List<Handle> handles) {
        return handles.stream().map(Handle::profile).flatMap(Optional::stream).toList();
    }

    private List<String> companyProfiles() {
        return settings.accounts().stream()
                .flatMap(account -> profiles(account.handles()).stream())
                .distinct()
                .toList();
    }
}
