package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.engagement.Engagements;
import dev.byline.engagement.ReportPage;
import dev.byline.feed.Feeds;
import dev.byline.feedback.Authorship;
import dev.byline.feedback.Conversations;
import dev.byline.feedback.Discretion;
import dev.byline.hosting.ProgramFiles;
import dev.byline.identity.IdentityFiles;
import dev.byline.lint.Finding;
import dev.byline.markdown.Markdown;
import dev.byline.markdown.Written;
import dev.byline.memory.Answers;
import dev.byline.memory.Recorder;
import dev.byline.memory.Remembering;
import dev.byline.output.Counted;
import dev.byline.output.Output;
import dev.byline.page.Asset;
import dev.byline.page.Crosscheck;
import dev.byline.page.Direction;
import dev.byline.page.Image;
import dev.byline.page.Links;
import dev.byline.page.Page;
import dev.byline.page.Pages;
import dev.byline.page.Relations;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.page.Target;
import dev.byline.page.UrlLock;
import dev.byline.publish.Outgoing;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Body;
import dev.byline.site.Picture;
import dev.byline.site.Prose;
import dev.byline.site.Question;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.site.StaticPage;
import dev.byline.site.TakenDraft;
import dev.byline.social.Desk;
import dev.byline.social.Draft;
import dev.byline.social.Drafts;
import dev.byline.theme.Messages;
import dev.byline.theme.Script;
import dev.byline.theme.Stylesheet;
import dev.byline.theme.Templates;
import dev.byline.theme.Theme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** A site with its pages routed and its texts rendered, ready to be written. Wires the stages to each other. */
final class Edition {
    /** Beside the desk. */
    private static final String REPORT = "report.html";

    private final Site site;
    private final Routes routes;
    private final Optional<Path> overrides;
    private final Diagnostics diagnostics;
    private final Messages messages;
    private final Templates templates;
    private final ImageStage imageStage;
    private final Conversations conversations;
    private final boolean traced;
    private final Answers answers;
    private final Optional<Remembering> remembering;
    private final Map<String, Written> articles;
    private final Map<String, Written> plainPages;
    private final List<Page> pages;
    private final List<Draft> drafts;

    private Edition(
            Site understood,
            Path folder,
            Path cache,
            Optional<UrlLock> promised,
            boolean traced,
            Optional<Recollection> recollection,
            Diagnostics diagnostics) {
        Settings settings = understood.settings();
        Recorder recorder = new Recorder();
        this.site = recollection.isPresent() ? understood.heardBy(recorder) : understood;
        this.diagnostics = diagnostics;
        this.routes = new Routes(settings);
        this.overrides = Optional.of(folder.resolve("templates")).filter(Files::isDirectory);
        this.messages = new Messages(settings.languages(), overrides, diagnostics);
        this.templates = new Templates(overrides);
        this.imageStage = ImageStage.of(site, cache, traced, diagnostics);
        // What is not shown is not counted either.
        this.conversations = new Conversations(settings.make().answers() ? site : site.withFeedback(Map.of()));
        this.traced = traced;
        Links links = new Links(site, routes);
        this.answers = new Answers(
                understood,
                recollection.map(Recollection::states).orElse(Map.of()),
                new Links(understood, routes),
                imageStage.images());
        this.remembering = recollection.map(known -> known.begin(understood, recorder, answers));
        Markdown markdown = new Markdown(
                List.copyOf(site.authors()),
                routes,
                links,
                imageStage.images(),
                settings.writing(),
                traced,
                messages::get,
                diagnostics);
        this.articles = write(site.published(), Article::id, article -> write(article, markdown));
        this.plainPages = write(
                site.pages().stream().filter(page -> !page.draft()).toList(),
                StaticPage::id,
                page -> write(page.body(), page.place(), page.language(), false, markdown));
        checkUnpublished(markdown);
        List<Page> all = Pages.of(
                site,
                routes,
                prose(articles),
                prose(plainPages),
                attachments(),
                imageStage.images(),
                article -> conversations.of(article).pages(),
                remembering.map(Remembering::relations).orElseGet(() -> new Relations(Map.of())),
                diagnostics);
        this.pages =
                promised.map(lock -> lock.keep(site, routes, all, diagnostics)).orElse(all);
        knowWhatIsMade(Map.of(), Set.of());
        this.drafts = new Drafts(site, routes, prose(articles), this::fill, diagnostics).compose();
        check(links);
    }

    /**
     * Routes and renders the texts of a site; what is wrong with them is among the diagnostics then.
     *
     * @param cache where what is dear to make is kept
     * @param promised the addresses that the site has to keep, if it promised any
     * @param traced whether elements of the pages say where they were written, for a check
     */
    static Edition of(
            Site site, Path folder, Path cache, Optional<UrlLock> promised, boolean traced, Diagnostics diagnostics) {
        return new Edition(site, folder, cache, promised, traced, Optional.empty(), diagnostics);
    }

    /**
     * The same for a build that takes what it can from the one before.
     *
     * @param recollection of that build
     */
    static Edition of(
            Site site,
            Path folder,
            Path cache,
            Optional<UrlLock> promised,
            Recollection recollection,
            Diagnostics diagnostics) {
        return new Edition(site, folder, cache, promised, false, Optional.of(recollection), diagnostics);
    }

    private Written write(Article article, Markdown markdown) {
        return write(article.body(), article.place(), article.language(), article.affiliate(), markdown);
    }

    private Written write(Body body, Place place, Locale language, boolean affiliate, Markdown markdown) {
        Function<Diagnostics, Written> write = problems -> {
            if (body.markdown().indexOf('@') >= 0) {
                // It may mention anybody.
                site.reads().read(Question.Kind.AUTHORS, "");
            }
            return markdown.telling(problems).write(body, place, language, affiliate);
        };
        return remembering
                .map(memory -> memory.text(place.file(), diagnostics, write))
                .orElseGet(() -> write.apply(diagnostics));
    }

    /** From now on it can be said whether what a page asks about them is answered as before. */
    private void knowWhatIsMade(Map<String, Image> images, Set<String> cards) {
        answers.know(new Answers.Rendered(
                remembering.map(Remembering::texts).orElse(Map.of()), prose(articles), images, cards));
    }

    private static <T> Map<String, Written> write(
            Collection<T> texts, Function<T, String> id, Function<T, Written> write) {
        Map<String, Written> byId = new LinkedHashMap<>();
        List<T> list = List.copyOf(texts);
        List<Written> written = list.parallelStream().map(write).toList();
        for (int i = 0; i < list.size(); i++) {
            byId.put(id.apply(list.get(i)), written.get(i));
        }
        return byId;
    }

    /** A mistake in a piece that is not out yet is told now, not on the morning that it should be. */
    private void checkUnpublished(Markdown markdown) {
        site.articles().stream().filter(article -> !articles.containsKey(article.id())).toList().parallelStream()
                .forEach(article -> write(article, markdown));
    }

    private static Map<String, Prose> prose(Map<String, Written> texts) {
        Map<String, Prose> prose = new LinkedHashMap<>();
        texts.forEach((id, written) -> prose.put(id, written.prose()));
        return prose;
    }

    private List<Target.Attached> attachments() {
        List<Target.Attached> all = new ArrayList<>();
        articles.values().forEach(written -> all.addAll(written.attachments()));
        Links links = new Links(site, routes);
        for (Article article : site.published()) {
            article.image()
                    .map(image -> links.find(article.place().file(), image.src()))
                    .filter(Target.Attached.class::isInstance)
                    .ifPresent(target -> all.add((Target.Attached) target));
        }
        return all;
    }

    /** Checks, now that all pages are known, what every text, image and navigation entry leads to. */
    private void check(Links links) {
        Map<String, Set<String>> anchors = new HashMap<>();
        for (Page page : pages) {
            if (page instanceof Page.ArticlePage article) {
                anchors.put(
                        page.route().path(),
                        articles.get(article.article().id()).anchors());
            } else if (page instanceof Page.Plain plain) {
                anchors.put(
                        page.route().path(), plainPages.get(plain.page().id()).anchors());
            }
        }
        Crosscheck check = new Crosscheck(pages, anchors, diagnostics);
        for (Page page : pages) {
            if (page instanceof Page.ArticlePage article) {
                check(check, page, articles.get(article.article().id()));
                article.article().image().ifPresent(image -> checkImage(check, links, article.article(), image.src()));
            } else if (page instanceof Page.Plain plain) {
                check(check, page, plainPages.get(plain.page().id()));
            }
        }
        for (Author author : site.authors()) {
            author.image()
                    .ifPresent(image -> check.check(
                            author.place(), "", links.find(author.place().file(), image.src())));
        }
        Settings.Frame frame = site.settings().frame();
        Stream.concat(frame.navigation().stream(), frame.footer().stream())
                .flatMap(link -> link.link().texts().values().stream())
                .forEach(link -> check.check(site.settings().place(), "", links.find("site.yml", link)));
        site.settings().redirects().forEach(to -> check.check(to.place(), "", links.find("site.yml", "/" + to.to())));
        site.settings()
                .organization()
                .logo()
                .ifPresent(logo -> check.check(site.settings().place(), "", links.find("site.yml", logo)));
    }

    private static void check(Crosscheck check, Page page, Written written) {
        written.references().forEach(r -> check.check(r.place(), page.route().path(), r.target()));
    }

    private void checkImage(Crosscheck check, Links links, Article article, String src) {
        Target target = links.find(article.place().file(), src);
        if (target instanceof Target.Broken broken) {
            diagnostics.error(article.place("image"), "image: " + broken.reason(), broken.hint());
        }
        check.check(article.place("image"), "", target);
    }

    List<Page> pages() {
        return pages;
    }

    Map<String, Prose> prose() {
        return prose(articles);
    }

    /** The picture that networks show beside a link to an article; empty where it is not made or cannot be drawn. */
    Optional<Outgoing.Media> card(Article article) {
        return !site.settings().make().cards()
                ? Optional.empty()
                : imageStage.cardForPost(article, routes.card(article));
    }

    /** The images of a post about an article, without what cameras wrote into them. */
    List<Outgoing.Media> media(Article article, List<Picture> pictures) {
        Links links = new Links(site, routes);
        List<Outgoing.Media> media = new ArrayList<>();
        for (Picture picture : pictures) {
            Target target = links.find(article.place().file(), picture.src());
            imageStage
                    .images()
                    .of(target)
                    .ifPresent(image -> pages.stream()
                            .filter(Page.Picture.class::isInstance)
                            .map(Page.Picture.class::cast)
                            .filter(page -> page.route().equals(image.route()))
                            .findFirst()
                            .flatMap(page -> imageStage.forPost(page, picture.alt()))
                            .ifPresent(media::add));
        }
        return media;
    }

    /** Renders every page into the output folder, on all cores: images first, since pages say which there are. */
    void renderTo(Output output) {
        AllCores.each(pages, page -> {
            if (page instanceof Page.Picture picture && traced) {
                imageStage.name(picture, output);
            } else if (page instanceof Page.Picture picture) {
                imageStage.made(make(page, output, out -> imageStage.make(picture, out)));
            } else if (page instanceof Page.Card card && !traced) {
                imageStage.drawn(make(page, output, out -> imageStage.draw(card, out)));
            } else if (page instanceof Page.Icon icon && !traced) {
                make(page, output, out -> imageStage.make(icon, out));
            }
        });
        knowWhatIsMade(images(), imageStage.drawn());
        renderPagesTo(output);
        if (!traced) {
            imageStage.close();
        }
    }

    private static boolean isImage(Page page) {
        return page instanceof Page.Picture
                || page instanceof Page.Smaller
                || page instanceof Page.Card
                || page instanceof Page.Icon;
    }

    /** Makes a page unless the build before has; says which files it has, with their lengths. */
    private Map<String, Long> make(Page page, Output output, Consumer<Output> work) {
        if (remembering.isPresent()) {
            return remembering.get().page(page, output, diagnostics, work);
        }
        Counted counted = new Counted(output);
        work.accept(counted);
        return counted.files();
    }

    private void renderPagesTo(Output output) {
        Map<String, Prose> prose = prose(articles);
        Asset stylesheet = Stylesheet.of(site.settings().frame().colors(), overrides, diagnostics);
        Asset search = Script.search(overrides);
        Asset feedStyle = Stylesheet.ofFeeds(site.settings().frame().colors(), overrides, diagnostics);
        Theme theme = theme(stylesheet, search);
        Feeds feeds = new Feeds(
                site,
                routes,
                prose,
                conversations,
                imageStage.lengths(),
                icon(),
                messages::get,
                (language, model) -> fill("feed.ftl", language, model),
                feedStyle);
        SearchStage searching = new SearchStage(site.settings(), routes, prose);
        IdentityFiles identities = new IdentityFiles(site.settings(), routes);
        ProgramFiles forPrograms = new ProgramFiles(site, routes, pages);
        List<Asset> assets = site.settings().make().search()
                ? List.of(stylesheet, feedStyle, search)
                : List.of(stylesheet, feedStyle);
        for (Asset asset : assets) {
            output.put(asset.route().file(), asset.content().getBytes(StandardCharsets.UTF_8));
        }
        AllCores.each(
                pages.stream().filter(page -> !isImage(page)).toList(),
                page -> make(page, output, out -> {
                    if (page instanceof Page.Themed themed) {
                        theme.render(themed, diagnostics)
                                .ifPresent(bytes -> out.put(page.route().file(), bytes));
                    } else if (page instanceof Page.Feed feed) {
                        out.put(page.route().file(), feeds.render(feed));
                    } else if (page instanceof Page.Opml list) {
                        out.put(page.route().file(), feeds.render(list));
                    } else if (page instanceof Page.SearchIndex index) {
                        searching.make(index, out);
                    } else if (page instanceof Page.Identity identity) {
                        identities
                                .render(identity)
                                .ifPresent(bytes -> out.put(page.route().file(), bytes));
                    } else if (page instanceof Page.ForPrograms file) {
                        out.put(page.route().file(), forPrograms.render(file));
                    } else if (page instanceof Page.Copy copy) {
                        out.copy(page.route().file(), copy.source());
                    }
                }));
    }

    /** The site's square picture in the largest size that there is. */
    private Optional<Route> icon() {
        return pages.stream()
                .filter(Page.Icon.class::isInstance)
                .map(Page.Icon.class::cast)
                .max(Comparator.comparingInt(Page.Icon::size))
                .map(Page.Icon::route);
    }

    private Theme theme(Asset stylesheet, Asset search) {
        return new Theme(
                site,
                routes,
                prose(articles),
                images(),
                imageStage.drawn(),
                conversations,
                messages,
                templates,
                stylesheet,
                search);
    }

    /** The images that have a page's address, by path. */
    private Map<String, Image> images() {
        Map<String, Image> images = new HashMap<>();
        pages.stream()
                .filter(Page.Picture.class::isInstance)
                .map(Page.Picture.class::cast)
                .forEach(picture -> images.put(picture.route().path(), picture.image()));
        return images;
    }

    List<Draft> drafts() {
        return drafts;
    }

    /** What the linter finds in the post drafts. */
    List<Finding> findings() {
        return new LintStage(site, routes, drafts, overrides, diagnostics).check(drafts);
    }

    /** Writes the post drafts and the desk; says how many drafts there are. */
    int draftsTo(Output output) {
        AllCores.each(drafts, draft -> output.put(draft.path(), draft.file()));
        List<Desk.Letter> letters = letters(output);
        new Desk(site.settings(), routes, this::fill)
                .page(drafts, LintStage.forDesk(findings()), letters)
                .ifPresent(page -> output.put("index.html", page));
        output.put("desk.js", Script.desk(overrides).getBytes(StandardCharsets.UTF_8));
        report().ifPresent(page -> output.put(REPORT, page));
        return drafts.size();
    }

    /** What telling people has brought, as a page beside the desk; empty where its template fails. */
    Optional<byte[]> report() {
        Settings settings = site.settings();
        Locale language = settings.defaultLanguage();
        ReportPage page = new ReportPage(
                id -> site.article(id).map(Article::title).orElse(id),
                id -> site.article(id)
                        .map(article -> settings.make().answers() ? routes.feedback(article) : routes.article(article))
                        .map(shown -> shown.under(settings.url()))
                        .orElse(""));
        return page.of(Engagements.of(site, Authorship::is, new Discretion(site.authors())::of), model -> {
                    Map<String, Object> whole = new LinkedHashMap<>(model);
                    whole.put("title", settings.title().in(language));
                    whole.put("language", language.toLanguageTag());
                    whole.put("direction", Direction.of(language));
                    return fill("report.ftl", language, whole);
                })
                .map(html -> html.getBytes(StandardCharsets.UTF_8));
    }

    /** Letters link no style sheet and no script: their styles stand on their elements. */
    private List<Desk.Letter> letters(Output output) {
        return newsletters().make(plainTheme(), output);
    }

    private Theme plainTheme() {
        Asset none = Asset.of("none", "txt", "");
        return theme(none, none);
    }

    private NewsletterStage newsletters() {
        return new NewsletterStage(site, routes, pages, overrides, diagnostics);
    }

    /** How far the letter about an article has come. */
    TakenDraft.Status statusOfLetter(Article article) {
        return newsletters().status(article);
    }

    /** The letter about an article. */
    Optional<byte[]> letter(Article article) {
        return newsletters().message(article, plainTheme());
    }

    private Optional<String> fill(String template, Locale language, Map<String, Object> model) {
        Map<String, Object> withWords = new LinkedHashMap<>(model);
        withWords.put("t", messages.words(language));
        return templates
                .render(template, language, withWords, diagnostics)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
