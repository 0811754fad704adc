package dev.byline.page;

import dev.byline.diagnostic.Place;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.FeedFormat;
import dev.byline.site.Prose;
import dev.byline.site.StaticPage;
import dev.byline.site.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Something that will exist at an address of the site. */
public sealed interface Page {
    Route route();

    /** A page that the theme renders. */
    sealed interface Themed extends Page {
        /** The language that its words around the content are in. */
        Locale language();
    }

    /**
     * The front page of a language, or an older page of its list.
     *
     * @param slice the pieces that it shows
     */
    record Home(Route route, Locale language, Slice slice) implements Themed {}

    /**
     * The articles of a language by year.
     *
     * @param year the only year that is shown; empty for the front of the archive
     * @param articles those that are shown, newest first
     * @param years how many articles each year has, newest first; the empty text stands for pieces without a date
     */
    record Archive(Route route, Locale language, String year, List<Article> articles, SortedMap<String, Integer> years)
            implements Themed {}

    /**
     * One article.
     *
     * @param feedback the route of its feedback page, if there is one
     * @param newer the next of its series; for a piece without one, the next of its language without one
     * @param related pieces to read on with, the closest first
     */
    record ArticlePage(
            Route route,
            Locale language,
            Article article,
            Prose prose,
            Optional<Route> feedback,
            Optional<Article> newer,
            Optional<Article> older,
            List<Related> related)
            implements Themed {}

    /**
     * What readers answered to one article, or a part of it where that is much.
     *
     * @param number from 1 for the page of the oldest threads
     * @param of how many pages there are
     */
    record FeedbackPage(Route route, Locale language, Article article, int number, int of) implements Themed {}

    /**
     * What readers said last, whatever they answered.
     *
     * @param articles the listed ones of the language
     */
    record Answers(Route route, Locale language, List<Article> articles) implements Themed {}

    /** One author, with their listed articles in every language. */
    record AuthorPage(Route route, Locale language, Author author, Slice slice) implements Themed {}

    /** All authors, by name. */
    record Authors(Route route, Locale language, List<Author> authors) implements Themed {}

    /** The articles under one term. */
    record TermPage(Route route, Locale language, Term term, Slice slice) implements Themed {}

    /**
     * The terms of a taxonomy.
     *
     * @param counts how many listed articles each has, by name
     */
    record Terms(Route route, Locale language, Term.Taxonomy taxonomy, Map<Term, Integer> counts) implements Themed {}

    /** A page outside the stream. */
    record Plain(Route route, Locale language, StaticPage page, Prose prose) implements Themed {}

    /** Where readers search the pieces of one language. */
    record Search(Route route, Locale language) implements Themed {}

    /** What a web server shows for an address that does not exist. */
    record NotFound(Route route, Locale language) implements Themed {}

    /** An old address that leads to a new one. */
    record Redirect(Route route, Locale language, Route target) implements Themed {}

    /**
     * All feeds that a reader may subscribe to.
     *
     * @param feeds in the order in which they are listed, each in one format
     */
    record Feeds(Route route, Locale language, List<Feed> feeds) implements Themed {}

    /**
     * A document of a feed.
     *
     * @param list the folder that the feed belongs to; its documents refer to each other there, wherever this one lies
     * @param about the page that shows what the feed tells of
     * @param language the feed's own; entries may be in others
     * @param articles newest first, only those of this part; of a feed of answers, those that are answered
     */
    record Feed(
            Route route,
            FeedFormat format,
            FeedPart part,
            FeedSubject subject,
            Route list,
            Route about,
            Locale language,
            List<Article> articles)
            implements Page {}

    /** A list of feeds that a reader program can subscribe to at once. */
    record Opml(Route route, List<Feed> feeds) implements Page {}

    /**
     * What the search page of a language asks: a folder of small files.
     *
     * @param route of the folder
     */
    record SearchIndex(Route route, Locale language, List<Article> articles) implements Page {}

    /** A file that tells of one author. */
    record Identity(Route route, Author author, Form form) implements Page {
        /** What such files there are. */
        public enum Form {
            VCARD,
            QR,
            WEBFINGER
        }
    }

    /** A file for the programs around a site: crawlers, browsers, web servers. */
    record ForPrograms(Route route, Kind kind) implements Page {
        /** What such files there are. */
        public enum Kind {
            SITEMAP("sitemap.xml"),
            ROBOTS("robots.txt"),
            HUMANS("humans.txt"),
            SECURITY(".well-known/security.txt"),
            NOSTR(".well-known/nostr.json"),
            ATPROTO_DID(".well-known/atproto-did"),
            MANIFEST("site.webmanifest"),
            HEADERS("_headers"),
            REDIRECTS("_redirects"),
            NGINX_HEADERS("_nginx.headers.conf"),
            NGINX_REDIRECTS("_nginx.redirects.map"),
            NGINX_WEBFINGER("_nginx.webfinger.map");

            private final String file;

            Kind(String file) {
                this.file = file;
            }

            public Route route() {
                return new Route(file);
            }
        }
    }

    /**
     * An image: without what its camera wrote into it, and in smaller sizes.
     *
     * @param lasts as of {@link Copy}
     * @param place what is told of it where it is broken
     */
    record Picture(Route route, Path source, boolean lasts, Image image, Place place) implements Page {}

    /** A smaller size of an image; what makes the image makes it. */
    record Smaller(Route route) implements Page {}

    /** What networks show beside a link to an article. */
    record Card(Route route, Article article) implements Page {
        /** In pixels, as Facebook, LinkedIn, Mastodon and X ask for. */
        public static final int WIDTH = 1200;
        /** As {@link #WIDTH}. */
        public static final int HEIGHT = 630;
    }

    /**
     * An icon, made of the site's logo.
     *
     * @param size its width and height in pixels
     */
    record Icon(Route route, Path logo, int size) implements Page {}

    /**
     * A file that is copied as it is.
     *
     * @param lasts whether its address is a promise: it lies in {@code static/}, and not with an article
     */
    record Copy(Route route, Path source, boolean lasts) implements Page {}
}
