package dev.byline.engagement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What readers answered, counted four ways. Only what is approved counts.
 *
 * @param authors whoever wrote a piece, and the company's accounts, by name
 * @param pieces those that were told or answered, newest first
 * @param networks where it was told or answered, the liveliest first
 * @param months newest first, in the site's time zone; what has no date is in none
 * @param all everything together
 * @param unanswered replies of readers that nobody has answered, oldest first
 */
public record Engagement(
        List<Row> authors,
        List<Row> pieces,
        List<Row> networks,
        List<Row> months,
        Tally all,
        List<Unanswered> unanswered) {
    public Engagement {
        authors = List.copyOf(authors);
        pieces = List.copyOf(pieces);
        networks = List.copyOf(networks);
        months = List.copyOf(months);
        unanswered = List.copyOf(unanswered);
    }

    /**
     * One line.
     *
     * @param id an author's or account's, an article's, a network's or source's id, or the month as {@code 2026-05}
     * @param name for people
     */
    public record Row(String id, String name, Tally tally) {}

    /**
     * A reader who waits.
     *
     * @param article the id of the article
     * @param item the id of what was said
     * @param url where it can be answered, if it has an address
     */
    public record Unanswered(
            String article, String item, String network, String reader, Optional<Instant> at, Optional<String> url) {}
}
