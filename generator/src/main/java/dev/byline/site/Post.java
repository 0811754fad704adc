package dev.byline.site;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the ledger: an article told by one account on one network.
 *
 * @param account an author's id or a company account's
 * @param network the network's id
 * @param id the network's own id of the post, opaque; empty while only intended
 * @param url the post's address
 * @param at when it was published
 * @param text digest of the text as posted
 */
public record Post(
        String account,
        String network,
        State state,
        String id,
        Optional<String> url,
        Optional<Instant> at,
        String text) {
    /** How far the post has come. */
    public enum State {
        INTENDED,
        PUBLISHED,
        WITHDRAWN
    }
}
