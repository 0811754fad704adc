package dev.byline.theme;

import dev.byline.feedback.SafeHtml;
import dev.byline.network.Network;
import dev.byline.network.Networks;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Author;
import dev.byline.site.Feedback;
import dev.byline.site.Handle;
import dev.byline.site.Question;
import dev.byline.site.Site;
import java.util.List;
import java.util.Locale;

/** Makes views of people: authors and readers. */
final class People {
    private final Site site;
    private final Routes routes;
    private final Pictures pictures;
    private final Once<View.Person> made;

    People(Site site, Routes routes, Pictures pictures) {
        this.site = site;
        this.routes = routes;
        this.pictures = pictures;
        this.made = new Once<>(site.reads());
    }

    View.Person of(Author author, Locale language) {
        return made.get(language.toLanguageTag() + " " + author.id(), () -> make(author, language));
    }

    private View.Person make(Author author, Locale language) {
        site.reads().read(Question.Kind.AUTHOR, author.id());
        List<View.Handle> handles =
                author.handles().stream().map(People::handle).toList();
        View.Handle main = handles.isEmpty() ? new View.Handle("", "", "", "") : handles.get(0);
        return new View.Person(
                author.id(),
                author.name(),
                Monogram.initials(author.name()),
                Monogram.hue(author.id()),
                author.role().in(language),
                author.bio().in(language),
                routes.author(author).encoded(),
                routes.feed(routes.author(author), site.settings().feeds().first())
                        .encoded(),
                author.image()
                        .map(image ->
                                List.of(pictures.of(image, new Route(image.src().substring(1)))))
                        .orElse(List.of()),
                main.name(),
                main.url(),
                main.networkName(),
                author.email().orElse(""),
                handles,
                author.languages().stream()
                        .map(l -> l.getDisplayLanguage(language))
                        .toList(),
                author.topics(),
                site.countBy(author));
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
        return new View.Reader(shown, handle, person.url().orElse(""), Monogram.initials(shown), Monogram.hue(shown));
    }
}
