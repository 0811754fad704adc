package dev.byline.search;

import java.util.List;

/**
 * A piece to be found. All texts are plain.
 *
 * @param path below the site's root, percent-encoded
 * @param people as results show them
 * @param date as results show it
 */
public record Document(
        String title,
        String path,
        String summary,
        List<String> people,
        String date,
        List<String> headings,
        List<String> tags,
        String text) {
    public Document {
        people = List.copyOf(people);
        headings = List.copyOf(headings);
        tags = List.copyOf(tags);
    }
}
