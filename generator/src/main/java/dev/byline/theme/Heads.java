package dev.byline.theme;

import dev.byline.feedback.Conversation;
import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import dev.byline.site.Picture;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Makes what programs read in a page's head: titles, previews, feeds, schema.org data. */
final class Heads {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Settings settings;
    private final Routes routes;
    private final Views views;
    private final Translations translations;
    private final Set<String> cards;

    Heads(Site site, Routes routes, Views views, Translations translations, Set<String> cards) {
        this.settings = site.settings();
        this.routes = routes;
        this.views = views;
        this.translations = translations;
        this.cards = cards;
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
                "website",
                "",
                "",
                List.of(),
                "",
                "",
                feeds(page, siteTitle),
                translations.alternates(page),
                page instanceof Page.Home ? json(organization()) : "",
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
            feeds.addAll(answers(feedback.article()));
        }
        feeds.addAll(views.feeds(siteTitle, routes.home(page.language())));
        return feeds;
    }

    private List<View.Feed> answers(Article article) {
        return views.feeds(
                views.words(article.language(), "feedback.title", article.title()), routes.feedback(article));
    }

    private View.Head article(Page.ArticlePage page) {
        Article article = page.article();
        Locale language = article.language();
        List<View.Feed> feeds = new ArrayList<>(views.feeds(settings.title().in(language), routes.home(language)));
        article.authors().forEach(author -> feeds.addAll(views.feeds(author.name(), routes.author(author))));
        article.category()
                .ifPresent(category -> feeds.addAll(views.feeds(category.name(), routes.term(category, language))));
        feeds.addAll(answers(article));
        String description = article.summary().isEmpty() ? page.prose().lead() : article.summary();
        Optional<String> image = article.image()
                .map(picture -> routes.picture(article, picture.src()).under(settings.url()));
        boolean card = cards.contains(routes.card(article).path());
        Optional<String> shared = card ? Optional.of(routes.card(article).under(settings.url())) : image;
        return new View.Head(
                article.title(),
                description,
                article.canonical().orElse(views.url(page.route())),
                "article",
                shared.orElse(""),
                card ? article.title() : article.image().map(Picture::alt).orElse(""),
                views.people().of(article.authors(), language),
                article.date().map(Heads::iso).orElse(""),
                article.updated().map(Heads::iso).orElse(""),
                feeds,
                translations.alternates(page),
                json(posting(article, description, image.or(() -> shared), page.route())),
                !article.unlisted());
    }

    private View.Head author(Page.AuthorPage page) {
        Author author = page.author();
        Route route = routes.author(author);
        List<View.Feed> feeds = new ArrayList<>(views.feeds(author.name(), route));
        feeds.addAll(views.feeds(settings.title().in(page.language()), routes.home(page.language())));
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("@context", "https://schema.org");
        profile.put("@type", "ProfilePage");
        profile.put("mainEntity", person(author, page.language()));
        return new View.Head(
                author.name(),
                author.bio().in(page.language()),
                views.url(page.route()),
                "profile",
                author.image()
                        .map(image -> new Route(image.src().substring(1)).under(settings.url()))
                        .orElse(""),
                author.image().map(Picture::alt).orElse(""),
                List.of(views.people().of(author, page.language())),
                "",
                "",
                feeds,
                List.of(),
                json(profile),
                true);
    }

    private static String iso(ZonedDateTime moment) {
        return moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private Map<String, Object> posting(Article article, String description, Optional<String> image, Route route) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", "BlogPosting");
        data.put("headline", article.title());
        data.put("description", description);
        data.put("inLanguage", article.language().toLanguageTag());
        data.put("mainEntityOfPage", views.url(route));
        article.date().ifPresent(date -> data.put("datePublished", iso(date)));
        article.lastChanged().ifPresent(date -> data.put("dateModified", iso(date)));
        image.ifPresent(url -> data.put("image", url));
        data.put(
                "author",
                article.authors().stream()
                        .map(author -> person(author, article.language()))
                        .toList());
        data.put("publisher", organization());
        Conversation answers = views.responses().conversation(article);
        if (answers.votes() > 0) {
            data.put("aggregateRating", rating(answers));
        }
        return data;
    }

    /** What readers voted, and nothing that they did not. */
    private static Map<String, Object> rating(Conversation answers) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@type", "AggregateRating");
        data.put("ratingValue", String.format(Locale.ROOT, "%.1f", answers.stars()));
        data.put("ratingCount", answers.votes());
        data.put("bestRating", 5);
        data.put("worstRating", 1);
        return data;
    }

    private Map<String, Object> person(Author author, Locale language) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@type", "Person");
        data.put("name", author.name());
        data.put("url", views.url(routes.author(author)));
        if (!author.role().in(language).isEmpty()) {
            data.put("jobTitle", author.role().in(language));
        }
        author.image()
                .ifPresent(image -> data.put("image", new Route(image.src().substring(1)).under(settings.url())));
        List<String> sameAs = author.handles().stream()
                .map(Handle::profile)
                .flatMap(Optional::stream)
                .toList();
        if (!sameAs.isEmpty()) {
            data.put("sameAs", sameAs);
        }
        return data;
    }

    private Map<String, Object> organization() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Organization");
        data.put("name", settings.organization().name());
        data.put("url", settings.organization().url().orElse(settings.url().toString()));
        return data;
    }

    /** JSON that can stand in a script element: nothing in it ends the element. */
    private static String json(Map<String, Object> data) {
        return JSON.writeValueAsString(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
