package dev.byline.page;

import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Prose;
import dev.byline.site.StaticPage;
import dev.byline.site.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Something that will exist at an address of the site. */
public sealed interface Page {
    Route route();

    /** A page that the theme renders. */
    sealed interface Themed extends Page {
        /** The language that its words around the content are in. */
        Locale language();
    }

    /**
     * The front page of a language.
     *
     * @param articles the newest, newest first
     * @param complete whether these are all; otherwise the archive has the rest
     */
    record Home(Route route, Locale language, List<Article> articles, boolean complete) implements Themed {}

    /** Every article of a language, newest first. */
    record Archive(Route route, Locale language, List<Article> articles) implements Themed {}

    /**
     * One article.
     *
     * @param feedback the route of its feedback page
     * @param newer the next of its series; for a piece without one, the next of its language without one
     */
    record ArticlePage(
            Route route,
            Locale language,
            Article article,
            Prose prose,
            Route feedback,
            Optional<Article> newer,
            Optional<Article> older)
            implements Themed {}

    /** What readers answered to one article. */
    record FeedbackPage(Route route, Locale language, Article article) implements Themed {}

    /** One author, with all of their listed articles in every language, newest first. */
    record AuthorPage(Route route, Locale language, Author author, List<Article> articles) implements Themed {}

    /** All authors, by name. */
    record Authors(Route route, Locale language, List<Author> authors) implements Themed {}

    /** The articles under one term, newest first. */
    record TermPage(Route route, Locale language, Term term, List<Article> articles) implements Themed {}

    /**
     * The terms of a taxonomy.
     *
     * @param counts how many listed articles each has, by name
     */
    record Terms(Route route, Locale language, Term.Taxonomy taxonomy, Map<Term, Integer> counts) implements Themed {}

    /** A page outside the stream. */
    record Plain(Route route, Locale language, StaticPage page, Prose prose) implements Themed {}

    /** What a web server shows for an address that does not exist. */
    record NotFound(Route route, Locale language) implements Themed {}

    /** An old address that leads to a new one. */
    record Redirect(Route route, Locale language, Route target) implements Themed {}

    /**
     * A feed of a list.
     *
     * @param list the page that it belongs to
     * @param author the person whose feed it is, for an author's
     * @param language the feed's own; entries may be in others
     * @param articles newest first, already cut to the number that feeds hold
     */
    record Feed(
            Route route,
            FeedFormat format,
            Route list,
            Optional<Author> author,
            Locale language,
            List<Article> articles)
            implements Page {}

    /** A file that is copied as it is. */
    record Copy(Route route, Path source) implements Page {}
}
