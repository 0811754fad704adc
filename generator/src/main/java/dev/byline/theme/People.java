package dev.byline.theme;

import dev.byline.feedback.SafeHtml;
import dev.byline.network.Network;
import dev.byline.network.Networks;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Author;
import dev.byline.site.Feedback;
import dev.byline.site.Handle;
import dev.byline.site.Site;
import java.util.List;
import java.util.Locale;

/** Makes views of people: authors and readers. */
final class People {
    /** Tints of a monogram that keep white letters readable are picked by the style sheet from this many. */
    private static final int HUES = 8;

    private final Site site;
    private final Routes routes;
    private final Pictures pictures;

    People(Site site, Routes routes, Pictures pictures) {
        this.site = site;
        this.routes = routes;
        this.pictures = pictures;
    }

    View.Person of(Author author, Locale language) {
        List<View.Handle> handles =
                author.handles().stream().map(People::handle).toList();
        View.Handle main = handles.isEmpty() ? new View.Handle("", "", "", "") : handles.get(0);
        return new View.Person(
                author.id(),
                author.name(),
                initials(author.name()),
                hue(author.id()),
                author.role().in(language),
                author.bio().in(language),
                routes.author(author).encoded(),
                author.image()
                        .map(image ->
                                List.of(pictures.of(image, new Route(image.src().substring(1)))))
                        .orElse(List.of()),
                main.name(),
                main.url(),
                main.networkName(),
                author.handleOn("mastodon").map(Handle::name).orElse(""),
                author.email().orElse(""),
                handles,
                author.languages().stream()
                        .map(l -> l.getDisplayLanguage(language))
                        .toList(),
                author.topics(),
                site.listedBy(author).size());
    }

    List<View.Person> of(List<Author> authors, Locale language) {
        return authors.stream().map(author -> of(author, language)).toList();
    }

    private static View.Handle handle(Handle handle) {
        String networkName =
                Networks.byId(handle.network()).map(Network::displayName).orElse(handle.network());
        return new View.Handle(
                handle.network(), networkName, handle.name(), handle.profile().orElse(""));
    }

    View.Reader reader(Feedback.Person person, String anonymous) {
        String name = SafeHtml.name(person.name());
        String handle = SafeHtml.name(person.handle());
        String shown = name.isEmpty() ? handle.isEmpty() ? anonymous : handle : name;
        return new View.Reader(shown, handle, person.url().orElse(""), initials(shown), hue(shown));
    }

    /** The first letters of the first and last word that have one. */
    static String initials(String name) {
        List<String> letters = java.util.Arrays.stream(name.split("[\\s@.]+"))
                .map(word ->
                        word.codePoints().filter(Character::isLetterOrDigit).findFirst())
                .filter(java.util.OptionalInt::isPresent)
                .map(first -> Character.toString(Character.toUpperCase(first.getAsInt())))
                .toList();
        return letters.isEmpty()
                ? "·"
                : letters.size() == 1 ? letters.get(0) : letters.get(0) + letters.get(letters.size() - 1);
    }

    private static int hue(String id) {
        return Math.floorMod(id.hashCode(), HUES);
    }
}
