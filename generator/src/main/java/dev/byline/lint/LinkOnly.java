package dev.byline.lint;

import java.util.List;
import java.util.Locale;

/** A link with nothing said, or with the title alone: no reason to follow it. */
final class LinkOnly implements Rule {
    /** Three words, in a script with spaces or without, have about as many letters. */
    private static final int LEAST_LETTERS = 10;

    @Override
    public String id() {
        return "link-only";
    }

    @Override
    public List<Fault> check(Post post, Surroundings around) {
        if (post.text().letters() < LEAST_LETTERS) {
            return List.of(Fault.of(
                    "it says next to nothing", "say in a sentence what is behind the link, and why you pass it on"));
        }
        return letters(post.text().plain()).equals(letters(post.article().title()))
                ? List.of(Fault.of(
                        "it is the title and a link", "say what the title does not: what you found, or whom it is for"))
                : List.of();
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "");
    }
}
