package dev.byline.site;

import java.time.Instant;
import java.util.Optional;

/**
 * One block of the ledger: an article told by one account on one network, or one part of it where the telling is a thread.
 *
 * @param account an author's id or a company account's
 * @param network the network's id
 * @param part the number of the post in its thread, from 1
 * @param id the network's own id of the post, opaque; empty while only intended, and where the network tells none
 * @param url the post's address
 * @param at when it was decided to post it
 * @param text digest of the text as posted
 * @param key what makes the network take a repeated request for the same post; empty where nothing was sent by Byline
 * @param reason why it failed, or why its fate is not known; else empty
 */
public record Post(
        String account,
        String network,
        int part,
        State state,
        String id,
        Optional<String> url,
        Optional<Instant> at,
        String text,
        String key,
        String reason) {
    /** How far the post has come. */
    public enum State {
        /** About to be posted, or posted without an answer: nobody knows until it is looked up. */
        INTENDED,
        PUBLISHED,
        /** Not posted, for certain. */
        FAILED,
        WITHDRAWN
    }

    /** A post that a writer has noted: nobody knows whose, nor when. */
    public static Post noted(String network, String id, String url) {
        return new Post("", network, 1, State.PUBLISHED, id, Optional.of(url), Optional.empty(), "", "", "");
    }
}
