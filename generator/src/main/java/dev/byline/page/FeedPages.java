package dev.byline.page;

import dev.byline.diagnostic.Place;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.FeedFormat;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.site.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Lists the feeds of a site.
 *
 * <p>Those of languages and people lead to every piece, by archives, unless the site wants none; the others hold the
 * newest ones, since each piece is in an archive already.
 */
final class FeedPages {
    /** Where all feeds are listed for reader programs. */
    private static final Route ALL = new Route("feeds.opml");

    /** Where those of people are. */
    private static final Route PEOPLE = new Route("authors/feeds.opml");

    private final Site site;
    private final Settings settings;
    private final Routes routes;
    private final BiConsumer<Page, Place> add;
    /** What stands in the lists of feeds: each feed once, in the first of its formats. */
    private final List<Page.Feed> feeds = new ArrayList<>();

    /**
     * Begins a list.
     *
     * @param add takes each page, with the place of what it comes from
     */
    FeedPages(Site site, Routes routes, BiConsumer<Page, Place> add) {
        this.site = site;
        this.settings = site.settings();
        this.routes = routes;
        this.add = add;
    }

    /** The feeds of the languages, and of all together where there are several. */
    void addLanguages() {
        if (settings.languages().size() > 1) {
            Route feeds = routes.feeds(settings.defaultLanguage());
            Route home = routes.home(settings.defaultLanguage());
            add(
                    new FeedSubject.Everything(),
                    feeds,
                    home,
                    settings.defaultLanguage(),
                    site.listed(),
                    false,
                    settings.place());
        }
        for (Locale language : settings.languages()) {
            Route home = routes.home(language);
            add(new FeedSubject.Blog(), home, home, language, site.listed(language), true, settings.place());
        }
    }

    void addTerm(Term term, Locale language, List<Article> articles) {
        Route list = routes.term(term, language);
        add(
                new FeedSubject.Under(term),
                list,
                list,
                language,
                articles,
                false,
                articles.get(0).place());
    }

    void addAllAnswers(Locale language, List<Article> articles) {
        Route page = routes.answers(language);
        addWhole(new FeedSubject.AllAnswers(), page, page, language, articles, settings.place());
    }

    /** The feeds of one person: of all pieces, of each subject, and of answers. */
    void addAuthor(Author author) {
        Route page = routes.author(author);
        Locale language = settings.defaultLanguage();
        List<Article> articles = site.listedBy(author);
        add(new FeedSubject.By(author), page, page, language, articles, true, author.place());
        if (settings.make().answers()) {
            Route folder = routes.answers(author);
            addWhole(new FeedSubject.AnswersTo(author), folder, page, language, articles, author.place());
        }
        Map<String, Term> tags = new LinkedHashMap<>();
        Map<String, List<Article>> byTag = new LinkedHashMap<>();
        for (Article article : articles) {
            for (Term tag : article.tags()) {
                tags.putIfAbsent(tag.slug(), tag);
                byTag.computeIfAbsent(tag.slug(), slug -> new ArrayList<>()).add(article);
            }
        }
        byTag.forEach((slug, list) -> {
            Term tag = tags.get(slug);
            if (isFollowed(author, tag)) {
                Route folder = routes.authorOn(author, tag);
                add(new FeedSubject.ByOn(author, tag), folder, page, language, list, false, author.place());
            }
        });
    }

    /** By default a person's subjects are those that the person's file names; a feed for each tag is a lot of files. */
    private boolean isFollowed(Author author, Term tag) {
        return switch (settings.feeds().subjects()) {
            case NONE -> false;
            case TOPICS -> author.topics().stream().anyMatch(topic -> topic.equalsIgnoreCase(tag.name()));
            case TAGS -> true;
        };
    }

    /** What readers answer to an article, also where the article was before: a feed cannot redirect. */
    void addAnswers(Article article, List<Route> before) {
        if (!settings.make().answers()) {
            return;
        }
        Route folder = routes.feedback(article);
        FeedSubject subject = new FeedSubject.Answers(article);
        for (FeedFormat format : settings.feeds().formats()) {
            Page.Feed feed = new Page.Feed(
                    routes.feed(folder, format),
                    format,
                    FeedPart.WHOLE,
                    subject,
                    folder,
                    folder,
                    article.language(),
                    List.of(article));
            add.accept(feed, article.place("slug"));
            for (Route old : before) {
                add.accept(at(routes.feed(old.resolve("feedback/"), format), feed), article.place("aliases"));
            }
        }
    }

    private static Page.Feed at(Route route, Page.Feed feed) {
        return new Page.Feed(
                route,
                feed.format(),
                feed.part(),
                feed.subject(),
                feed.list(),
                feed.about(),
                feed.language(),
                feed.articles());
    }

    private void add(
            FeedSubject subject,
            Route list,
            Route about,
            Locale language,
            List<Article> articles,
            boolean archived,
            Place owner) {
        int entries = settings.feeds().entries();
        List<FeedPart> parts = archived && settings.feeds().history()
                ? FeedPart.of(articles.size(), entries)
                : List.of(FeedPart.WHOLE);
        for (FeedFormat format : settings.feeds().formats()) {
            for (FeedPart part : parts) {
                Page.Feed feed = new Page.Feed(
                        routes.feed(list, format, part),
                        format,
                        part,
                        subject,
                        list,
                        about,
                        language,
                        part.of(articles, entries));
                add.accept(feed, owner);
                if (format == settings.feeds().first() && !part.isArchive()) {
                    feeds.add(feed);
                }
            }
        }
    }

    /** A feed that tells of its articles, but does not hold them: answers to them. */
    private void addWhole(
            FeedSubject subject, Route list, Route about, Locale language, List<Article> articles, Place owner) {
        for (FeedFormat format : settings.feeds().formats()) {
            Page.Feed feed = new Page.Feed(
                    routes.feed(list, format), format, FeedPart.WHOLE, subject, list, about, language, articles);
            add.accept(feed, owner);
            if (format == settings.feeds().first()) {
                feeds.add(feed);
            }
        }
    }

    /** The pages and files that list what was added. */
    void addLists() {
        for (Locale language : settings.languages()) {
            List<Page.Feed> fit =
                    feeds.stream().filter(feed -> fits(feed, language)).toList();
            add.accept(new Page.Feeds(routes.feeds(language), language, fit), settings.place());
        }
        add.accept(new Page.Opml(ALL, List.copyOf(feeds)), settings.place());
        List<Page.Feed> people = feeds.stream()
                .filter(feed -> feed.subject() instanceof FeedSubject.By)
                .toList();
        add.accept(new Page.Opml(PEOPLE, people), settings.place());
    }

    /** Every language's own feed is worth knowing, and every person's; terms and answers belong to their language. */
    private static boolean fits(Page.Feed feed, Locale language) {
        boolean ofOneLanguage =
                feed.subject() instanceof FeedSubject.Under || feed.subject() instanceof FeedSubject.AllAnswers;
        return !ofOneLanguage || feed.language().equals(language);
    }
}
