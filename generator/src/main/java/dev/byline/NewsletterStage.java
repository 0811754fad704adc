package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.newsletter.Glance;
import dev.byline.newsletter.InlineStyles;
import dev.byline.newsletter.LetterText;
import dev.byline.newsletter.Letters;
import dev.byline.output.Output;
import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Newsletter;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.site.StaticFile;
import dev.byline.site.TakenDraft;
import dev.byline.site.Visibility;
import dev.byline.social.Desk;
import dev.byline.theme.Stylesheet;
import dev.byline.theme.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Makes the newsletters of one build: a mail for each listed article, beside its post drafts. */
final class NewsletterStage {
    /** The icon that is large enough to stand at the head of a letter. */
    private static final String LOGO = "apple-touch-icon.png";

    private final Site site;
    private final Settings settings;
    private final Routes routes;
    private final List<Page> pages;
    private final Letters letters;
    private final Diagnostics diagnostics;

    NewsletterStage(Site site, Routes routes, List<Page> pages, Optional<Path> overrides, Diagnostics diagnostics) {
        this.site = site;
        this.settings = site.settings();
        this.routes = routes;
        this.pages = pages;
        String css = Stylesheet.ofLetters(settings.frame().colors(), overrides, diagnostics);
        this.letters = new Letters(settings, InlineStyles.of(css, Stylesheet.placeOfLetters(overrides), diagnostics));
        this.diagnostics = diagnostics;
    }

    /** Writes all into the drafts' folder, on all cores; says what there is, in the order of the pages. */
    List<Desk.Letter> make(Theme theme, Output output) {
        Optional<Route> logo = logo();
        List<Page.ArticlePage> wanted = pages.stream()
                .filter(Page.ArticlePage.class::isInstance)
                .map(Page.ArticlePage.class::cast)
                .filter(page -> settings.make().letters())
                .filter(page -> site.visibility(page.article()) == Visibility.LISTED)
                .filter(page -> page.article().syndicationOn(Newsletter.ID).wanted())
                .toList();
        Map<Integer, Desk.Letter> made = new ConcurrentHashMap<>();
        AllCores.each(
                IntStream.range(0, wanted.size()).boxed().toList(),
                i -> letter(wanted.get(i), theme, logo, output).ifPresent(letter -> made.put(i, letter)));
        return List.copyOf(new TreeMap<>(made).values());
    }

    private Optional<Route> logo() {
        return pages.stream()
                .filter(Page.Icon.class::isInstance)
                .map(Page::route)
                .filter(route -> route.path().equals(LOGO))
                .findFirst();
    }

    private Optional<Desk.Letter> letter(Page.ArticlePage page, Theme theme, Optional<Route> logo, Output output) {
        Article article = page.article();
        String path = article.id() + "/" + Newsletter.FILE;
        Optional<StaticFile> taken = site.letter(article);
        return message(page, theme, logo).map(bytes -> {
            output.put(path, bytes);
            Glance glance = Glance.at(bytes);
            return new Desk.Letter(
                    article, path, glance.subject().orElse(article.title()), glance.bothParts(), taken.isPresent());
        });
    }

    /** The letter about an article, as it is written into the drafts' folder; empty where it has none. */
    Optional<byte[]> message(Article article, Theme theme) {
        return pages.stream()
                .filter(page -> settings.make().letters())
                .filter(Page.ArticlePage.class::isInstance)
                .map(Page.ArticlePage.class::cast)
                .filter(page -> page.article().equals(article))
                .findFirst()
                .flatMap(page -> message(page, theme, logo()));
    }

    private Optional<byte[]> message(Page.ArticlePage page, Theme theme, Optional<Route> logo) {
        Optional<StaticFile> taken = site.letter(page.article());
        return taken.isPresent() ? read(taken.get()) : composed(page, theme, logo);
    }

    /** How far a letter has come: only one that a person has taken over can say it. */
    TakenDraft.Status status(Article article) {
        String word = site.letter(article)
                .flatMap(this::read)
                .flatMap(bytes -> Glance.at(bytes).status())
                .orElse("");
        return switch (word) {
            case "approved" -> TakenDraft.Status.APPROVED;
            case "published" -> TakenDraft.Status.PUBLISHED;
            default -> TakenDraft.Status.DRAFT;
        };
    }

    private Optional<byte[]> composed(Page.ArticlePage page, Theme theme, Optional<Route> logo) {
        Article article = page.article();
        String root = settings.url().toASCIIString();
        String text = LetterText.of(
                page.prose().html().under(root), routes.article(article).under(settings.url()));
        Theme.Letter letter = new Theme.Letter(text, logo, letters.answering(article), letters.unsubscribe());
        return theme.letter(page, letter, diagnostics)
                .map(html -> letters.message(article, new String(html, StandardCharsets.UTF_8)));
    }

    private Optional<byte[]> read(StaticFile taken) {
        try {
            return Optional.of(Files.readAllBytes(taken.source()));
        } catch (IOException unreadable) {
            diagnostics.error(Place.of("drafts/" + taken.path()), "cannot be read: " + unreadable.getMessage());
            return Optional.empty();
        }
    }
}
