package dev.byline.theme;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Author;
import dev.byline.site.Prose;
import dev.byline.site.Site;
import dev.byline.site.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Renders pages with the templates of the theme and of the site. Threads may share it. */
public final class Theme {
    private final Site site;
    private final Routes routes;
    private final Messages messages;
    private final Views views;
    private final Heads heads;
    private final Templates templates;
    private final Route stylesheet;

    /**
     * Prepares a theme for one build.
     *
     * @param prose the articles' bodies, by id
     * @param stylesheet the route of the style sheet
     */
    public Theme(
            Site site,
            Routes routes,
            Map<String, Prose> prose,
            Messages messages,
            Templates templates,
            Route stylesheet) {
        this.site = site;
        this.routes = routes;
        this.messages = messages;
        this.views = new Views(site, routes, prose, messages);
        this.heads = new Heads(site, routes, views);
        this.templates = templates;
        this.stylesheet = stylesheet;
    }

    /**
     * Renders a page.
     *
     * @return empty where a template fails; the reason is among the diagnostics then
     */
    public Optional<byte[]> render(Page.Themed page, Diagnostics diagnostics) {
        Map<String, Object> model = new LinkedHashMap<>();
        Locale language = page.language();
        model.put("language", language.toLanguageTag());
        model.put("direction", Direction.of(language));
        model.put("root", root(page));
        model.put("stylesheet", stylesheet.encoded());
        model.put("site", views.site(language, languages(page)));
        model.put("head", heads.of(page));
        model.put("t", messages.words(language));
        String template = fill(model, page);
        return templates.render(template, model, diagnostics);
    }

    /** A page that is shown at any address cannot be relative to its own. */
    private String root(Page.Themed page) {
        return page instanceof Page.NotFound
                ? site.settings().url().getRawPath()
                : page.route().toRoot();
    }

    private List<View.Language> languages(Page.Themed page) {
        Locale current = page.language();
        if (page instanceof Page.Archive) {
            return views.languages(current, routes::archive);
        }
        if (page instanceof Page.Authors) {
            return views.languages(current, routes::authors);
        }
        if (page instanceof Page.Terms terms) {
            return views.languages(current, language -> routes.terms(terms.taxonomy(), language));
        }
        return views.homes(current);
    }

    /** Puts what a kind of page shows into the model, and names its template. */
    private String fill(Map<String, Object> model, Page.Themed page) {
        Locale language = page.language();
        if (page instanceof Page.Home home) {
            model.put("entries", views.entries(home.articles(), language));
            model.put("complete", home.complete());
            model.put("people", views.people().of(active(), language));
            return "home.ftl";
        }
        if (page instanceof Page.Archive archive) {
            model.put("years", views.years(archive.articles(), language));
            return "archive.ftl";
        }
        if (page instanceof Page.ArticlePage article) {
            model.put(
                    "article",
                    views.article(article.article(), article.prose(), page.route(), article.newer(), article.older()));
            return "article.ftl";
        }
        if (page instanceof Page.FeedbackPage feedback) {
            model.put("entry", views.entry(feedback.article(), language));
            model.put("numbers", views.responses().numbers(feedback.article()));
            model.put("thread", views.responses().thread(feedback.article()));
            model.put("reactions", views.responses().reactions(feedback.article()));
            model.put("answers", views.answers(feedback.article()));
            model.put("question", feedback.article().question());
            model.put("open", feedback.article().takesFeedback(site.now()));
            return "feedback.ftl";
        }
        if (page instanceof Page.AuthorPage author) {
            model.put("person", views.people().of(author.author(), language));
            model.put("entries", views.entries(author.articles(), language));
            model.put("feeds", views.feeds(author.author().name(), page.route()));
            return "author.ftl";
        }
        if (page instanceof Page.Authors authors) {
            model.put("people", views.people().of(authors.authors(), language));
            return "authors.ftl";
        }
        if (page instanceof Page.TermPage term) {
            model.put("term", views.term(term.term(), language));
            model.put("taxonomy", term.term().taxonomy().name().toLowerCase(Locale.ROOT));
            model.put("entries", views.entries(term.articles(), language));
            return "term.ftl";
        }
        if (page instanceof Page.Terms terms) {
            model.put("taxonomy", terms.taxonomy().name().toLowerCase(Locale.ROOT));
            model.put(
                    "terms",
                    terms.counts().entrySet().stream()
                            .map(e -> term(e.getKey(), language, e.getValue()))
                            .toList());
            return "terms.ftl";
        }
        if (page instanceof Page.Plain plain) {
            model.put("title", plain.page().title());
            model.put("summary", plain.page().summary());
            model.put("html", plain.prose().html().under(page.route().toRoot()));
            model.put("custom", plain.page().custom());
            return "page.ftl";
        }
        if (page instanceof Page.Redirect redirect) {
            model.put("target", redirect.target().encoded());
            return "redirect.ftl";
        }
        return "not-found.ftl";
    }

    private View.Term term(Term term, Locale language, int count) {
        return new View.Term(term.name(), routes.term(term, language).encoded(), count);
    }

    /** Those who have written something that is listed, most pieces first. */
    private List<Author> active() {
        return site.authors().stream()
                .filter(author -> !site.listedBy(author).isEmpty())
                .sorted(java.util.Comparator.<Author>comparingInt(
                                author -> -site.listedBy(author).size())
                        .thenComparing(Author::name))
                .toList();
    }
}
