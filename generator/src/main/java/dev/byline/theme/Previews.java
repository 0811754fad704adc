package dev.byline.theme;

import dev.byline.network.Networks;
import dev.byline.page.Image;
import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Account;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import dev.byline.site.Picture;
import dev.byline.site.Settings;
import dev.byline.site.Term;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes what networks show beside a link.
 *
 * @see <a href="https://ogp.me/">Open Graph</a>
 */
final class Previews {
    private static final View.Shown NO_IMAGE = new View.Shown("", "", 0, 0);

    private final Settings settings;
    private final Routes routes;
    private final Known known;

    /**
     * Prepares for one build.
     *
     * @param known the pictures that there are
     */
    Previews(Settings settings, Routes routes, Known known) {
        this.settings = settings;
        this.routes = routes;
        this.known = known;
    }

    /** For a page that nobody in particular wrote. */
    View.Preview ofSite() {
        return new View.Preview("website", NO_IMAGE, "", List.of(), "", List.of(), "", company());
    }

    View.Preview of(Article article) {
        return new View.Preview(
                "article",
                card(article).or(() -> picture(article)).orElse(NO_IMAGE),
                article.category().map(Term::name).orElse(""),
                article.tags().stream().map(Term::name).toList(),
                "",
                fediverse(article.authors()),
                creator(article.authors()),
                company());
    }

    View.Preview of(Author author) {
        return new View.Preview(
                "profile",
                author.image()
                        .map(image -> shown(new Route(image.src().substring(1)), image.alt()))
                        .orElse(NO_IMAGE),
                "",
                List.of(),
                author.mainHandle().map(Handle::name).orElse(""),
                fediverse(List.of(author)),
                creator(List.of(author)),
                company());
    }

    /** The addresses of the pictures of an article: its own, and its share card. */
    List<String> images(Article article) {
        return Stream.of(picture(article), card(article))
                .flatMap(Optional::stream)
                .map(View.Shown::url)
                .toList();
    }

    private Optional<View.Shown> card(Article article) {
        Route route = routes.card(article);
        return known.isCard(route)
                ? Optional.of(
                        new View.Shown(route.under(settings.url()), article.title(), Page.Card.WIDTH, Page.Card.HEIGHT))
                : Optional.empty();
    }

    private Optional<View.Shown> picture(Article article) {
        return article.image().map((Picture image) -> shown(routes.picture(article, image.src()), image.alt()));
    }

    private View.Shown shown(Route route, String alt) {
        Optional<Image> image = known.image(route);
        return new View.Shown(
                route.under(settings.url()),
                alt,
                image.map(Image::width).orElse(0),
                image.map(Image::height).orElse(0));
    }

    /** One handle of each who is on the fediverse. */
    private static List<String> fediverse(List<Author> authors) {
        return authors.stream()
                .flatMap(author -> author.handles().stream()
                        .filter(handle -> Networks.isFederated(handle.network()))
                        .limit(1))
                .map(Handle::name)
                .toList();
    }

    /** X shows one creator: the first who has a handle there. */
    private static String creator(List<Author> authors) {
        return onX(authors.stream().map(author -> author.handleOn("x")));
    }

    private String company() {
        return onX(settings.accounts().stream().filter(Account::isCompany).map(account -> account.handleOn("x")));
    }

    private static String onX(Stream<Optional<Handle>> handles) {
        return handles.flatMap(Optional::stream).findFirst().map(Handle::name).orElse("");
    }
}
