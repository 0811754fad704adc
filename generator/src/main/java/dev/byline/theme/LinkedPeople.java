package dev.byline.theme;

import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Account;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import dev.byline.site.Settings;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** People and the company in the words of schema.org. Each has one id, wherever it is named. */
final class LinkedPeople {
    private final Settings settings;
    private final Routes routes;

    LinkedPeople(Settings settings, Routes routes) {
        this.settings = settings;
        this.routes = routes;
    }

    /** An author, as articles credit one. */
    Thing person(Author author, Locale language) {
        String page = routes.author(author).under(settings.url());
        return Thing.of("Person")
                .with("@id", page + "#person")
                .with("name", author.name())
                .with("alternateName", author.mainHandle().map(Handle::name))
                .with("url", page)
                .with("image", author.image().map(image -> file(image.src())))
                .with("jobTitle", author.role().in(language))
                .with("sameAs", profiles(author.handles()));
    }

    List<Thing> people(Collection<Author> authors, Locale language) {
        return authors.stream().map(author -> person(author, language)).toList();
    }

    /** An author, as their own page tells of them. */
    Thing profile(Author author, Locale language) {
        return person(author, language)
                .with("description", author.bio().in(language))
                .with("email", author.email())
                .with("knowsAbout", author.topics())
                .with(
                        "knowsLanguage",
                        author.languages().stream().map(Locale::toLanguageTag).toList())
                .with("worksFor", organization());
    }

    Thing organization() {
        Settings.Organization organization = settings.organization();
        List<String> profiles = settings.accounts().stream()
                .map(Account::handles)
                .flatMap(handles -> profiles(handles).stream())
                .distinct()
                .toList();
        return Thing.of("Organization")
                .with("@id", settings.url() + "#organization")
                .with("name", organization.name())
                .with("url", organization.url().orElse(settings.url().toString()))
                .with("logo", organization.logo().map(this::logo))
                .with("sameAs", profiles);
    }

    private Thing logo(String path) {
        return Thing.of("ImageObject").with("url", file(path));
    }

    private String file(String path) {
        return new Route(path.substring(1)).under(settings.url());
    }

    /** Only of handles that may be shown; an author and an account have no others. */
    private static List<String> profiles(List<Handle> handles) {
        return handles.stream().map(Handle::profile).flatMap(Optional::stream).toList();
    }
}
