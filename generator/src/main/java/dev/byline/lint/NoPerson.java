package dev.byline.lint;

import dev.byline.network.Facet;
import dev.byline.site.Author;
import java.util.ArrayList;
import java.util.List;

/** A text that nobody says and that names nobody: an announcement. */
final class NoPerson implements Rule {
    @Override
    public String id() {
        return "no-person";
    }

    @Override
    public List<Fault> check(Post post, Surroundings around) {
        // Of a language without words here it cannot be told who speaks.
        boolean person = around.words().people().isEmpty()
                || around.words().people().in(post.text().plain())
                || !post.text().marks(Facet.Kind.MENTION).isEmpty()
                || names(around.people()).in(post.text().plain());
        return person
                ? List.of()
                : List.of(Fault.of(
                        "nobody speaks in it, and nobody is named", "say I or we, or name who wrote the piece"));
    }

    /** Whole names, and each part of one that is long enough not to be another word by chance. */
    private static Phrases names(List<Author> people) {
        List<String> names = new ArrayList<>();
        for (Author person : people) {
            names.add(person.name());
            for (String part : person.name().split("\\s+")) {
                if (part.length() > 3) {
                    names.add(part);
                }
            }
        }
        return Phrases.of(names);
    }
}
