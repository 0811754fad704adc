package dev.byline.feedback;

import dev.byline.network.Network;
import dev.byline.network.Networks;
import dev.byline.site.Author;
import dev.byline.site.Feedback;
import dev.byline.site.Handle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps private handles private where their owners used them: a colleague who answers from a private account is shown
 * as somebody without handle and link, until that handle is published in the colleague's own file.
 */
public final class Discretion {
    private final List<Handle> withheld;

    public Discretion(Collection<Author> authors) {
        this.withheld =
                authors.stream().flatMap(author -> author.withheld().stream()).toList();
    }

    /** The item as it may be shown. */
    public Feedback of(Feedback item) {
        return withheld.stream()
                .filter(handle -> shows(item.author(), handle))
                .findFirst()
                .map(handle -> without(item, handle))
                .orElse(item);
    }

    /** A handle can be written as an address, an address as a handle: the network knows what each means. */
    private static boolean shows(Feedback.Person person, Handle handle) {
        return Stream.concat(Stream.of(person.handle()), person.url().stream())
                .anyMatch(written -> means(written, handle));
    }

    private static boolean means(String written, Handle handle) {
        boolean read = Networks.byId(handle.network())
                .filter(network -> network.read(written) instanceof Network.Reading.Valid valid
                        && valid.name().equalsIgnoreCase(handle.name()))
                .isPresent();
        return read
                || bare(written).equals(bare(handle.name()))
                || handle.profile()
                        .map(Discretion::bare)
                        .filter(bare(written)::equals)
                        .isPresent();
    }

    private static Feedback without(Feedback item, Handle handle) {
        String name = item.author().name();
        boolean namesIt = tells(name, handle);
        return new Feedback(
                item.id(),
                item.kind(),
                new Feedback.Origin(item.origin().source(), item.origin().id(), Optional.empty()),
                new Feedback.Person(namesIt ? "" : name, "", Optional.empty()),
                item.published(),
                item.edited(),
                item.language(),
                item.format(),
                item.text(),
                item.parent(),
                item.rating(),
                item.moderation());
    }

    /** Whether a name is the handle, or a part of it: {@code giulia} of {@code in/giulia}. */
    private static boolean tells(String name, Handle handle) {
        return !name.isBlank() && !name.contains(" ") && bare(handle.name()).contains(bare(name));
    }

    private static String bare(String written) {
        return written.toLowerCase(Locale.ROOT)
                .replaceFirst("^(?:https?://(?:www\\.)?|@)", "")
                .replaceFirst("/+$", "");
    }
}
