package dev.byline.page;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Prose;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.site.StaticPage;
import dev.byline.site.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Lists every page of a site. A pure function of the site; the list is sorted by route. */
public final class Pages {
    /** Up to this many pieces stand on the archive's front; beyond, only those of the newest year. */
    private static final int ON_ARCHIVE = 200;

    /** What browsers and phones ask for, with their sizes in pixels. */
    static final Map<String, Integer> ICONS =
            Map.of("favicon.ico", 32, "apple-touch-icon.png", 180, "icon-192.png", 192, "icon-512.png", 512);

    private final Site site;
    private final Settings settings;
    private final Settings.Make make;
    private final Routes routes;
    private final Map<String, Prose> articleProse;
    private final Map<String, Prose> pageProse;
    private final Images images;
    private final ToIntFunction<Article> conversationPages;
    private final Relations relations;
    private final Diagnostics diagnostics;
    private final FeedPages feeds;
    /** By path in lower case: some disks do not tell {@code A} from {@code a}. */
    private final Map<String, Owned> taken = new TreeMap<>();

    private record Owned(Page page, Place owner) {}

    private Pages(
            Site site,
            Routes routes,
            Map<String, Prose> articleProse,
            Map<String, Prose> pageProse,
            Images images,
            ToIntFunction<Article> conversationPages,
            Relations relations,
            Diagnostics diagnostics) {
        this.site = site;
        this.settings = site.settings();
        this.make = settings.make();
        this.routes = routes;
        this.articleProse = articleProse;
        this.pageProse = pageProse;
        this.images = images;
        this.conversationPages = conversationPages;
        this.relations = relations;
        this.diagnostics = diagnostics;
        this.feeds = new FeedPages(site, routes, this::add);
    }

    /**
     * Lists the pages.
     *
     * @param articleProse by article id, for every published article
     * @param pageProse by page id, for every page that is no draft
     * @param attachments files that bodies refer to
     * @param conversationPages how many pages the answers to an article take
     * @param relations finds the pieces to read on with
     * @param diagnostics hears of two things at one address
     */
    public static List<Page> of(
            Site site,
            Routes routes,
            Map<String, Prose> articleProse,
            Map<String, Prose> pageProse,
            List<Target.Attached> attachments,
            Images images,
            ToIntFunction<Article> conversationPages,
            Relations relations,
            Diagnostics diagnostics) {
        Pages pages =
                new Pages(site, routes, articleProse, pageProse, images, conversationPages, relations, diagnostics);
        pages.addArticles();
        pages.addPlainPages();
        pages.addLists();
        pages.addAuthors();
        pages.addFiles(attachments);
        pages.addAliases();
        pages.feeds.addLists();
        pages.addForPrograms();
        return pages.taken.values().stream()
                .map(Owned::page)
                .sorted(Comparator.comparing(Page::route))
                .toList();
    }

    private void add(Page page, Place owner) {
        Owned before = taken.putIfAbsent(page.route().file().toLowerCase(Locale.ROOT), new Owned(page, owner));
        if (before == null || before.page.equals(page)) {
            return;
        }
        boolean below = page instanceof Page.FeedbackPage
                || page instanceof Page.Card
                || (page instanceof Page.Feed feed && feed.subject() instanceof FeedSubject.Answers);
        if ((below && before.page.getClass() == page.getClass())
                || (page instanceof Page.Redirect && before.page instanceof Page.FeedbackPage)) {
            // What lies above them clashes as well, and that is the mistake to mend.
            return;
        }
        boolean sameButForCase = !before.page.route().file().equals(page.route().file());
        diagnostics.error(
                owner,
                "its address /" + page.route().path() + " is also that of " + before.owner.file()
                        + (sameButForCase ? ", but for upper and lower case" : ""),
                page instanceof Page.Redirect ? "remove it from aliases:" : "change slug: or the file's name");
    }

    /** The row that an article stands in with its neighbours: its series, else all of its language without one. */
    private static String row(Article article) {
        return article.language().toLanguageTag() + " "
                + article.series().map(Term::slug).orElse("");
    }

    private void addArticles() {
        Map<String, Article> newer = new HashMap<>();
        Map<String, Article> older = new HashMap<>();
        Map<String, Article> last = new HashMap<>();
        for (Article article : site.listed()) {
            Article before = last.put(row(article), article);
            if (before != null) {
                newer.put(article.id(), before);
                older.put(before.id(), article);
            }
        }
        Map<String, List<Related>> related = new HashMap<>();
        for (Locale language : settings.languages()) {
            related.putAll(relations.among(language, site.listed(language), articleProse));
        }
        for (Article article : site.published()) {
            Route route = routes.article(article);
            Prose prose = articleProse.get(article.id());
            Optional<Route> feedback = Optional.of(routes.feedback(article)).filter(made -> make.answers());
            Optional<Article> next = Optional.ofNullable(newer.get(article.id()));
            Optional<Article> previous = Optional.ofNullable(older.get(article.id()));
            List<Related> on = related.getOrDefault(article.id(), List.of());
            add(
                    new Page.ArticlePage(route, article.language(), article, prose, feedback, next, previous, on),
                    article.place("slug"));
            addConversation(article);
            if (make.cards()) {
                add(new Page.Card(routes.card(article), article), article.place("slug"));
            }
            if (!article.unlisted()) {
                feeds.addAnswers(article, oldFolders(article));
            }
        }
    }

    private void addConversation(Article article) {
        int count = make.answers() ? conversationPages.applyAsInt(article) : 0;
        for (int number = 1; number <= count; number++) {
            Route route = routes.feedback(article, number);
            add(new Page.FeedbackPage(route, article.language(), article, number, count), article.place("slug"));
        }
    }

    /** Where an article was before, as far as its addresses were folders. */
    private static List<Route> oldFolders(Article article) {
        return article.aliases().stream()
                .map(alias -> oldAddress(alias.substring(1)))
                .filter(old -> old.path().endsWith("/"))
                .toList();
    }

    private void addPlainPages() {
        for (StaticPage page : site.pages()) {
            if (!page.draft()) {
                add(new Page.Plain(routes.page(page), page.language(), page, pageProse.get(page.id())), page.place());
            }
        }
        add(new Page.NotFound(routes.notFound(), settings.defaultLanguage()), settings.place());
    }

    private void addLists() {
        feeds.addLanguages();
        for (Locale language : settings.languages()) {
            List<Article> articles = site.listed(language);
            Route home = routes.home(language);
            Slice.of(home, articles, settings.listEntries())
                    .forEach(slice -> add(new Page.Home(slice.route(), language, slice), settings.place()));
            addArchive(language, articles);
            addAnswers(language, articles);
            addSearch(language, articles);
            for (Term.Taxonomy taxonomy : Term.Taxonomy.values()) {
                addTerms(taxonomy, language, articles);
            }
        }
    }

    private void addSearch(Locale language, List<Article> articles) {
        if (make.search()) {
            add(new Page.Search(routes.search(language), language), settings.place());
            add(new Page.SearchIndex(routes.searchIndex(language), language, articles), settings.place());
        }
    }

    /** A site that has a page of its own at this address shows that one. */
    private void addAnswers(Locale language, List<Article> articles) {
        if (!make.answers()) {
            return;
        }
        Route route = routes.answers(language);
        if (!taken.containsKey(route.file().toLowerCase(Locale.ROOT))) {
            add(new Page.Answers(route, language, articles), settings.place());
        }
        feeds.addAllAnswers(language, articles);
    }

    private void addArchive(Locale language, List<Article> articles) {
        Map<String, List<Article>> byYear = new LinkedHashMap<>();
        articles.forEach(article ->
                byYear.computeIfAbsent(year(article), year -> new ArrayList<>()).add(article));
        SortedMap<String, Integer> years = new TreeMap<>(Comparator.reverseOrder());
        byYear.forEach((year, list) -> years.put(year, list.size()));
        List<Article> front = articles.size() <= ON_ARCHIVE
                ? articles
                : byYear.values().iterator().next();
        Route archive = routes.archive(language);
        add(new Page.Archive(archive, language, "", front, years), settings.place());
        byYear.forEach((year, list) -> {
            if (!year.isEmpty()) {
                add(new Page.Archive(routes.archive(language, year), language, year, list, years), settings.place());
            }
        });
    }

    private static String year(Article article) {
        return article.date().map(date -> Integer.toString(date.getYear())).orElse("");
    }

    private void addTerms(Term.Taxonomy taxonomy, Locale language, List<Article> articles) {
        Map<String, Term> names = new LinkedHashMap<>();
        Map<String, List<Article>> under = new TreeMap<>();
        for (Article article : articles) {
            terms(article, taxonomy).forEach(term -> {
                names.putIfAbsent(term.slug(), term);
                under.computeIfAbsent(term.slug(), slug -> new ArrayList<>()).add(article);
            });
        }
        Map<Term, Integer> counts = new LinkedHashMap<>();
        names.values().stream()
                .sorted(Comparator.comparing(Term::name, Alphabet.of(language)).thenComparing(Term::slug))
                .forEach(term -> counts.put(term, under.get(term.slug()).size()));
        add(new Page.Terms(routes.terms(taxonomy, language), language, taxonomy, counts), settings.place());
        counts.keySet().forEach(term -> {
            List<Article> list = under.get(term.slug());
            feeds.addTerm(term, language, list);
            Slice.of(routes.term(term, language), list, settings.listEntries())
                    .forEach(slice -> add(
                            new Page.TermPage(slice.route(), language, term, slice),
                            list.get(0).place()));
        });
    }

    private static Stream<Term> terms(Article article, Term.Taxonomy taxonomy) {
        return switch (taxonomy) {
            case CATEGORY -> article.category().stream();
            case TAG -> article.tags().stream();
            case SERIES -> article.series().stream();
        };
    }

    private void addAuthors() {
        for (Locale language : settings.languages()) {
            List<Author> authors = site.authors().stream()
                    .sorted(Comparator.comparing(Author::name, Alphabet.of(language))
                            .thenComparing(Author::id))
                    .toList();
            add(new Page.Authors(routes.authors(language), language, authors), settings.place());
        }
        for (Author author : site.authors()) {
            Route route = routes.author(author);
            List<Article> articles = site.listedBy(author);
            Slice.of(route, articles, settings.listEntries())
                    .forEach(slice -> add(
                            new Page.AuthorPage(slice.route(), settings.defaultLanguage(), author, slice),
                            author.place()));
            feeds.addAuthor(author);
            if (make.contacts()) {
                add(new Page.Identity(routes.vcard(author), author, Page.Identity.Form.VCARD), author.place());
                add(new Page.Identity(routes.qr(author), author, Page.Identity.Form.QR), author.place());
                add(new Page.Identity(routes.webFinger(author), author, Page.Identity.Form.WEBFINGER), author.place());
            }
        }
    }

    private void addFiles(List<Target.Attached> attachments) {
        site.staticFiles().forEach(file -> {
            Place owner = Place.of("static/" + file.path()).at(1, 1);
            addFile(new Route(file.path()), file.source(), true, owner);
        });
        for (Article article : site.published()) {
            String folder = bundle(article);
            site.articleFiles().stream()
                    .filter(file -> !folder.isEmpty() && ("articles/" + file.path()).startsWith(folder))
                    .forEach(file -> {
                        String inside = ("articles/" + file.path()).substring(folder.length());
                        Place owner = Place.of("articles/" + file.path()).at(1, 1);
                        addFile(routes.article(article).resolve(inside), file.source(), false, owner);
                    });
        }
        attachments.forEach(attached -> addFile(
                attached.route(),
                attached.file().source(),
                false,
                Place.of("articles/" + attached.file().path()).at(1, 1)));
    }

    private void addFile(Route route, Path source, boolean lasts, Place owner) {
        Optional<Image> image = images.at(route, source);
        if (image.isEmpty()) {
            add(new Page.Copy(route, source, lasts), owner);
            return;
        }
        add(new Page.Picture(route, source, lasts, image.get(), owner), owner);
        image.get().renditions().forEach(rendition -> add(new Page.Smaller(rendition.route()), owner));
    }

    /** The folder of an article that is a bundle, with a {@code /} at its end; empty for one that is a single file. */
    private static String bundle(Article article) {
        String file = article.place().file();
        return file.endsWith("/index.md") ? file.substring(0, file.length() - "index.md".length()) : "";
    }

    private void addAliases() {
        for (Article article : site.published()) {
            for (String alias : article.aliases()) {
                Route from = oldAddress(alias.substring(1));
                Place place = article.place("aliases");
                add(new Page.Redirect(from, article.language(), routes.article(article)), place);
                if (make.answers() && from.path().endsWith("/")) {
                    // Who kept the address of the answers finds those, too.
                    Route answers = from.resolve("feedback/");
                    add(new Page.Redirect(answers, article.language(), routes.feedback(article)), place);
                }
            }
        }
        for (Settings.Redirect redirect : settings.redirects()) {
            Route from = oldAddress(redirect.from());
            add(new Page.Redirect(from, settings.defaultLanguage(), new Route(redirect.to())), redirect.place());
        }
    }

    /** A folder where nothing says that it was a file. */
    private static Route oldAddress(String path) {
        boolean isFile = path.substring(path.lastIndexOf('/') + 1).contains(".");
        return new Route(isFile || path.endsWith("/") ? path : path + "/");
    }

    private void addForPrograms() {
        settings.organization()
                .logo()
                .flatMap(images::staticFile)
                .ifPresent(logo -> ICONS.forEach((name, size) -> {
                    if (!taken.containsKey(name)) {
                        add(new Page.Icon(new Route(name), logo, size), settings.place());
                    }
                }));
        for (Page.ForPrograms.Kind kind : Page.ForPrograms.Kind.values()) {
            // What a site has in static/ under such a name is what it wants.
            boolean own = taken.containsKey(kind.route().file());
            if (isWanted(kind) && !own) {
                add(new Page.ForPrograms(kind.route(), kind), settings.place());
            }
        }
    }

    /** Some files only say something where somebody has something to say. */
    private boolean isWanted(Page.ForPrograms.Kind kind) {
        return switch (kind) {
            case SECURITY -> settings.security().isPresent();
            case ATPROTO_DID -> settings.did().isPresent();
            case NOSTR ->
                site.authors().stream()
                        .anyMatch(author -> author.handleOn("nostr").isPresent());
            case NGINX_WEBFINGER -> make.contacts();
            default -> true;
        };
    }
}
