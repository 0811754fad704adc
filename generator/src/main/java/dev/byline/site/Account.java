package dev.byline.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who posts: the company, or an author under their own name.
 *
 * @param id an author's id, or the name of an account in {@code site.yml}
 * @param author the person, for a person's account
 * @param languages in which the account posts; empty for all
 */
public record Account(String id, String name, Optional<Author> author, List<Locale> languages, List<Handle> handles) {
    public Account {
        languages = List.copyOf(languages);
        handles = List.copyOf(handles);
    }

    /** The account that an author posts from; a person posts about their own piece in whatever language it has. */
    public static Account of(Author author) {
        return new Account(author.id(), author.name(), Optional.of(author), List.of(), author.handles());
    }

    public boolean isCompany() {
        return author.isEmpty();
    }

    public Optional<Handle> handleOn(String network) {
        return handles.stream().filter(h -> h.network().equals(network)).findFirst();
    }

    /** Whether this account posts in that language. */
    public boolean speaks(Locale language) {
        return languages.isEmpty()
                || languages.stream().anyMatch(l -> l.getLanguage().equals(language.getLanguage()));
    }
}
