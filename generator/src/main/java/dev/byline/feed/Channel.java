package dev.byline.feed;

import dev.byline.site.FeedFormat;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A feed's document as every format needs it.
 *
 * @param id of the feed, stable; its archives have the same
 * @param url the page that shows what it tells of
 * @param updated the newest change of its entries; the epoch where it has none
 * @param people whose feed it is; empty where it is that of the blog or a subject
 * @param minutes how long a reader program may wait before it looks again
 * @param icon a square picture of the site; empty where it has none
 * @param documents where its documents are
 * @param introduction HTML for a person who opens the feed; empty where there is none
 */
record Channel(
        String id,
        String url,
        String title,
        String description,
        String language,
        Instant updated,
        List<Entry.Credit> people,
        String copyright,
        int minutes,
        Optional<String> icon,
        List<URI> hubs,
        Documents documents,
        List<Entry> entries,
        String introduction) {

    /** The same with an introduction. */
    Channel introducedBy(String html) {
        return new Channel(
                id,
                url,
                title,
                description,
                language,
                updated,
                people,
                copyright,
                minutes,
                icon,
                hubs,
                documents,
                entries,
                html);
    }

    /**
     * Where a document of a feed and those around it are.
     *
     * @param self this document
     * @param formats the document that readers subscribe to, in each format that the site makes
     * @param archive whether this one will not change any more
     * @param current what readers subscribe to, in this format
     * @param older the archive before this document
     */
    record Documents(
            String self, Map<FeedFormat, String> formats, boolean archive, String current, Optional<String> older) {}
}
