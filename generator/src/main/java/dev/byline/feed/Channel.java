package dev.byline.feed;

import java.time.Instant;
import java.util.List;

/**
 * A feed as every format needs it.
 *
 * @param id stable
 * @param url the page whose list it is
 * @param self its own address
 * @param updated the newest change of its entries; the epoch where it has none
 */
record Channel(
        String id,
        String url,
        String self,
        String title,
        String description,
        String language,
        Instant updated,
        List<Entry> entries) {}
