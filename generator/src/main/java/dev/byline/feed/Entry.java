package dev.byline.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A piece as every feed format needs it.
 *
 * @param id stable, also when the address changes (RFC 4151)
 * @param published absent where the piece has no date
 * @param updated the last change; the epoch where the piece has no date
 * @param language of the piece, as a tag
 * @param html the byline and the full text, with full addresses and nothing that runs
 * @param terms category and tags, by name
 */
record Entry(
        String id,
        String url,
        String title,
        String summary,
        Optional<Instant> published,
        Instant updated,
        String language,
        String html,
        List<Credit> credits,
        List<String> terms,
        Optional<Enclosure> image) {

    /**
     * An author, as feeds credit one.
     *
     * @param handle the public handle of the byline; empty where the author has none
     * @param profile its address; empty where there is none
     * @param portrait full address; empty where there is none
     */
    record Credit(String id, String name, String page, String handle, String profile, String portrait) {}

    /** An image with its true length and type. */
    record Enclosure(String url, long length, String type) {}
}
