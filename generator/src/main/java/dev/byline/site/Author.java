package dev.byline.site;

import dev.byline.diagnostic.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A person who writes.
 *
 * @param id the name of the author's file without extension
 * @param languages in which the person answers, the preferred one first; may be empty
 * @param topics what the person writes on
 * @param email a published address, if there is one
 * @param handles those that may be shown, in the order written
 * @param withheld personal handles that may never be shown: here only so that a check can recognise them
 * @param place where the author is defined
 */
public record Author(
        String id,
        String name,
        Localized role,
        Localized bio,
        List<Locale> languages,
        List<String> topics,
        Optional<Picture> image,
        Optional<String> email,
        List<Handle> handles,
        List<Handle> withheld,
        Place place) {
    public Author {
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
        handles = List.copyOf(handles);
        withheld = List.copyOf(withheld);
        if (!handles.stream().allMatch(Handle::published)) {
            throw new IllegalArgumentException("a handle that may not be shown among those that are");
        }
    }

    /** The handle on this network that may be shown. */
    public Optional<Handle> handleOn(String network) {
        return handles.stream().filter(h -> h.network().equals(network)).findFirst();
    }

    /** The handle that stands in the byline: the first that the author's file names. */
    public Optional<Handle> mainHandle() {
        return handles.stream().findFirst();
    }
}
