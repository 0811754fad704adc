package dev.byline.theme;

import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.site.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What search engines and assistants read of a page, in the words of schema.org: one JSON text for each thing that the
 * page tells of, the way to the page last.
 *
 * @see <a href="https://schema.org/BlogPosting">BlogPosting</a>, <a href="https://schema.org/ProfilePage">ProfilePage</a>
 */
final class LinkedData {
    private final Settings settings;
    private final Routes routes;
    private final Messages messages;
    private final LinkedPeople people;
    private final LinkedArticles articles;

    LinkedData(Site site, Routes routes, Views views, Messages messages) {
        this.settings = site.settings();
        this.routes = routes;
        this.messages = messages;
        this.people = new LinkedPeople(settings, routes);
        this.articles = new LinkedArticles(site, routes, views, people);
    }

    /** An article's page. */
    List<String> article(Page.ArticlePage page, String description, List<String> images) {
        return List.of(
                articles.posting(page, description, images).json(), trail(page).json());
    }

    /** An author's page. */
    List<String> author(Author author, Page.AuthorPage page) {
        Thing profile = Thing.of("ProfilePage")
                .with("url", page.route().under(settings.url()))
                .with("inLanguage", page.language().toLanguageTag())
                .with("mainEntity", people.profile(author, page.language()));
        return List.of(profile.json(), trail(page).json());
    }

    /** Any other page. */
    List<String> of(Page.Themed page) {
        if (page instanceof Page.Home home) {
            return home.slice().isFront() ? home(page.language()) : List.of();
        }
        if (page instanceof Page.FeedbackPage feedback) {
            return List.of(
                    articles.discussion(feedback.article(), feedback.number()).json(),
                    trail(page).json());
        }
        boolean nowhere = page instanceof Page.NotFound || page instanceof Page.Redirect;
        return nowhere ? List.of() : List.of(trail(page).json());
    }

    private List<String> home(Locale language) {
        String home = routes.home(language).under(settings.url());
        Thing website = Thing.of("WebSite")
                .with("@id", home + "#website")
                .with("name", settings.title().in(language))
                .with("url", home)
                .with("inLanguage", language.toLanguageTag())
                .with(
                        "potentialAction",
                        Optional.of(search(language))
                                .filter(made -> settings.make().search()));
        Thing blog = articles.blog(language)
                .with("description", settings.description().in(language))
                .with("inLanguage", language.toLanguageTag())
                .with("publisher", people.organization());
        return List.of(website.json(), blog.json());
    }

    private Thing search(Locale language) {
        return Thing.of("SearchAction")
                .with("target", routes.search(language).under(settings.url()) + "?q={search_term_string}")
                .with("query-input", "required name=search_term_string");
    }

    private record Step(String name, Route route) {}

    /** The way from the front page. */
    private Thing trail(Page.Themed page) {
        List<Thing> items = new ArrayList<>();
        for (Step step : steps(page)) {
            items.add(Thing.of("ListItem")
                    .with("position", items.size() + 1)
                    .with("name", step.name())
                    .with("item", step.route().under(settings.url())));
        }
        return Thing.of("BreadcrumbList").with("itemListElement", items);
    }

    private List<Step> steps(Page.Themed page) {
        Locale language = page.language();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(settings.title().in(language), routes.home(language)));
        if (page instanceof Page.ArticlePage article) {
            steps.addAll(piece(article.article()));
        } else if (page instanceof Page.FeedbackPage feedback) {
            steps.addAll(piece(feedback.article()));
            steps.add(new Step(word(language, "feedback.label"), page.route()));
        } else if (page instanceof Page.Answers) {
            steps.add(new Step(word(language, "answers.title"), page.route()));
        } else if (page instanceof Page.AuthorPage author) {
            steps.add(new Step(word(language, "nav.authors"), routes.authors(language)));
            steps.add(new Step(author.author().name(), routes.author(author.author())));
        } else if (page instanceof Page.TermPage term) {
            steps.add(taxonomy(term.term().taxonomy(), language));
            steps.add(new Step(term.term().name(), routes.term(term.term(), language)));
        } else if (page instanceof Page.Archive archive) {
            steps.add(new Step(word(language, "nav.archive"), routes.archive(language)));
            if (!archive.year().isEmpty()) {
                steps.add(new Step(archive.year(), page.route()));
            }
        } else if (page instanceof Page.Terms terms) {
            steps.add(taxonomy(terms.taxonomy(), language));
        } else if (page instanceof Page.Authors) {
            steps.add(new Step(word(language, "nav.authors"), page.route()));
        } else if (page instanceof Page.Search) {
            steps.add(new Step(word(language, "nav.search"), page.route()));
        } else if (page instanceof Page.Plain plain) {
            steps.add(new Step(plain.page().title(), page.route()));
        }
        return steps;
    }

    private List<Step> piece(Article article) {
        List<Step> steps = new ArrayList<>();
        article.category()
                .filter(category -> !article.unlisted())
                .ifPresent(category -> steps.add(new Step(category.name(), routes.term(category, article.language()))));
        steps.add(new Step(article.title(), routes.article(article)));
        return steps;
    }

    private Step taxonomy(Term.Taxonomy taxonomy, Locale language) {
        String word = word(language, "terms." + taxonomy.name().toLowerCase(Locale.ROOT));
        return new Step(word, routes.terms(taxonomy, language));
    }

    private String word(Locale language, String key) {
        return messages.get(language, key);
    }
}
