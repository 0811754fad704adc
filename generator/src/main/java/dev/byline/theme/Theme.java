package dev.byline.theme;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.feedback.Conversations;
import dev.byline.page.Asset;
import dev.byline.page.ContentPolicy;
import dev.byline.page.Direction;
import dev.byline.page.Image;
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
import java.util.Set;

/** Renders pages with the templates of the theme and of the site. Threads may share it. */
public final class Theme {
    /** How many answers stand on the page of all of them; each leads to its conversation. */
    private static final int MOST_ANSWERS = 30;

    private final Site site;
    private final Routes routes;
    private final Messages messages;
    private final Views views;
    private final Translations translations;
    private final Heads heads;
    private final Profiles profiles;
    private final Templates templates;
    private final Asset stylesheet;
    private final Asset search;

    /**
     * Prepares a theme for one build.
     *
     * @param prose the articles' bodies, by id
     * @param images by path
     * @param cards the paths of the share cards that there are
     * @param search the script of the search page
     */
    public Theme(
            Site site,
            Routes routes,
            Map<String, Prose> prose,
            Map<String, Image> images,
            Set<String> cards,
            Conversations conversations,
            Messages messages,
            Templates templates,
            Asset stylesheet,
            Asset search) {
        this.site = site;
        this.routes = routes;
        this.messages = messages;
        Known known = new Known(images, cards, site.reads());
        this.translations = new Translations(site, routes);
        this.views = new Views(site, routes, prose, known, conversations, messages, translations);
        this.heads = new Heads(
                site,
                routes,
                views,
                translations,
                new Previews(site.settings(), routes, known),
                new LinkedData(site, routes, views, messages));
        this.profiles = new Profiles(site, routes, views);
        this.templates = templates;
        this.stylesheet = stylesheet;
        this.search = search;
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
        model.put("stylesheet", view(stylesheet));
        model.put("policy", ContentPolicy.of(site.settings()));
        model.put("site", views.site(language, translations.switcher(page)));
        model.put("head", heads.of(page));
        model.put("t", messages.words(language));
        Filling filling = filling(page);
        model.putAll(filling.model());
        return templates.render(filling.template(), page.language(), model, diagnostics);
    }

    /**
     * What an article's letter has beyond its page.
     *
     * @param html the article's text, fit for mail programs
     * @param logo as a PNG, which mail programs show
     * @param answering those whom an answer to the mail reaches
     * @param unsubscribe where readers leave
     */
    public record Letter(String html, Optional<Route> logo, List<Author> answering, String unsubscribe) {
        public Letter {
            answering = List.copyOf(answering);
        }
    }

    /**
     * Renders an article for mail programs, which need full addresses.
     *
     * @return empty where the template fails; the reason is among the diagnostics then
     */
    public Optional<byte[]> letter(Page.ArticlePage page, Letter letter, Diagnostics diagnostics) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("language", page.language().toLanguageTag());
        model.put("direction", Direction.of(page.language()));
        model.put("root", site.settings().url().toASCIIString());
        model.put("site", views.site(page.language(), List.of()));
        model.put("t", messages.words(page.language()));
        View.Article article = views.article(page);
        model.put("article", article);
        model.put(
                "letter",
                new View.Letter(
                        letter.html(),
                        page.article().summary(),
                        article.entry().summary(),
                        letter.logo().map(Route::encoded).orElse(""),
                        letter.answering().stream().map(Author::name).toList(),
                        letter.unsubscribe()));
        return templates.render("newsletter.ftl", page.language(), model, diagnostics);
    }

    /** A page that is shown at any address cannot be relative to its own. */
    private String root(Page.Themed page) {
        return page instanceof Page.NotFound
                ? site.settings().url().getRawPath()
                : page.route().toRoot();
    }

    /** A template, and what its page has beyond what every page has. */
    private record Filling(String template, Map<String, Object> model) {}

    private Filling filling(Page.Themed page) {
        if (page instanceof Page.Home home) {
            return home(home);
        }
        if (page instanceof Page.Archive archive) {
            return archive(archive);
        }
        if (page instanceof Page.ArticlePage article) {
            return article(article);
        }
        if (page instanceof Page.FeedbackPage feedback) {
            return feedback(feedback);
        }
        if (page instanceof Page.Answers answers) {
            return answers(answers);
        }
        if (page instanceof Page.AuthorPage author) {
            return author(author);
        }
        if (page instanceof Page.Authors authors) {
            return authors(authors);
        }
        if (page instanceof Page.TermPage term) {
            return term(term);
        }
        if (page instanceof Page.Terms terms) {
            return terms(terms);
        }
        if (page instanceof Page.Plain plain) {
            return plain(plain);
        }
        if (page instanceof Page.Search) {
            return new Filling(
                    "search.ftl",
                    Map.of(
                            "script", view(search),
                            "index", routes.searchIndex(page.language()).encoded()));
        }
        if (page instanceof Page.Feeds feeds) {
            return new Filling("feeds.ftl", Map.of("lists", views.feedLists(feeds.feeds(), page.language())));
        }
        if (page instanceof Page.Redirect redirect) {
            return new Filling(
                    "redirect.ftl", Map.of("target", redirect.target().encoded()));
        }
        return new Filling("not-found.ftl", Map.of());
    }

    private static View.Asset view(Asset asset) {
        return new View.Asset(asset.route().encoded(), asset.integrity());
    }

    private Filling home(Page.Home page) {
        return new Filling(
                "home.ftl",
                Map.of(
                        "entries", views.entries(page.slice().articles(), page.language()),
                        "pager", views.pager(page.slice()),
                        "people", page.slice().isFront() ? views.people().of(active(), page.language()) : List.of()));
    }

    private Filling archive(Page.Archive page) {
        return new Filling(
                "archive.ftl",
                Map.of(
                        "years", views.years(page.articles(), page.language()),
                        "year", page.year(),
                        "others", views.years(page.years(), page.year(), page.language())));
    }

    private Filling authors(Page.Authors page) {
        return new Filling(
                "authors.ftl",
                Map.of(
                        "people", views.people().of(page.authors(), page.language()),
                        "topics", views.topics(page.authors(), page.language())));
    }

    private Filling article(Page.ArticlePage page) {
        return new Filling("article.ftl", Map.of("article", views.article(page)));
    }

    private Filling feedback(Page.FeedbackPage page) {
        return new Filling(
                "feedback.ftl",
                Map.of(
                        "entry", views.entry(page.article(), page.language()),
                        "numbers", views.responses().numbers(page.article()),
                        "thread", views.responses().thread(page.article(), page.number()),
                        "reactions", page.number() == 1 ? views.responses().reactions(page.article()) : List.of(),
                        "more", views.responses().moreReactions(page.article()),
                        "pager", views.conversation(page),
                        "answers", views.answers(page.article()),
                        "question", page.article().question(),
                        "open", page.article().takesFeedback(site.now())));
    }

    private Filling answers(Page.Answers page) {
        return new Filling(
                "answers.ftl",
                Map.of(
                        "numbers", views.responses().numbers(page.articles(), page.language()),
                        "heard", views.heard(page.articles(), said -> true, MOST_ANSWERS, page.language()),
                        "feeds", views.feeds("", page.route())));
    }

    private Filling author(Page.AuthorPage page) {
        return new Filling(
                "author.ftl",
                Map.of(
                        "person", views.people().of(page.author(), page.language()),
                        "profile", profiles.of(page.author(), page.language()),
                        "entries", views.entries(page.slice().articles(), page.language()),
                        "pager", views.pager(page.slice()),
                        "feeds", views.feeds(page.author().name(), routes.author(page.author()))));
    }

    private Filling term(Page.TermPage page) {
        return new Filling(
                "term.ftl",
                Map.of(
                        "term", views.term(page.term(), page.language()),
                        "taxonomy", word(page.term().taxonomy()),
                        "pager", views.pager(page.slice()),
                        "feeds", views.feeds(page.term().name(), routes.term(page.term(), page.language())),
                        "entries", views.entries(page.slice().articles(), page.language())));
    }

    private Filling terms(Page.Terms page) {
        List<View.Term> terms = page.counts().entrySet().stream()
                .map(entry -> term(entry.getKey(), page.language(), entry.getValue()))
                .toList();
        return new Filling("terms.ftl", Map.of("taxonomy", word(page.taxonomy()), "terms", terms));
    }

    private static String word(Term.Taxonomy taxonomy) {
        return taxonomy.name().toLowerCase(Locale.ROOT);
    }

    private Filling plain(Page.Plain page) {
        return new Filling(
                "page.ftl",
                Map.of(
                        "title", page.page().title(),
                        "summary", page.page().summary(),
                        "html", page.prose().html().under(page.route().toRoot()),
                        "custom", page.page().custom()));
    }

    private View.Term term(Term term, Locale language, int count) {
        return new View.Term(term.name(), routes.term(term, language).encoded(), count);
    }

    /** Those who have written something that is listed, most pieces first. */
    private List<Author> active() {
        return site.authors().stream()
                .filter(author -> site.countBy(author) > 0)
                .sorted(java.util.Comparator.<Author>comparingInt(author -> -site.countBy(author))
                        .thenComparing(Author::name))
                .toList();
    }
}
