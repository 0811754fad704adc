package dev.byline.site;

import java.util.List;

/**
 * An article's or page's body, rendered and measured.
 *
 * @param html the body
 * @param headings in reading order
 * @param readingMinutes at least 1
 * @param words how many words it has; a character of a script without spaces counts as one
 * @param lead the first paragraph as plain text; empty where there is none
 */
public record Prose(Html html, List<Heading> headings, int readingMinutes, int words, String lead) {
    public Prose {
        headings = List.copyOf(headings);
    }

    /**
     * A heading that can be linked to.
     *
     * @param level 1 to 6
     * @param anchor its fragment, without {@code #}
     */
    public record Heading(int level, String anchor, String text) {}
}
