package dev.byline.network;

import java.util.Optional;

/** A network that posts are drafted for: it also knows how a post is counted and written there. */
public non-sealed interface PostNetwork extends Network {
    /** The most that one post may count, in this network's own unit (see {@link #count}). */
    int limit();

    /** What a text counts here: links, mentions and emoji at the network's own price. */
    int count(String text);

    /** Whether a text can be posted as it is, by every limit that the network has (some have two). */
    default boolean fits(String text) {
        return count(text) <= limit();
    }

    /**
     * How a person is mentioned in a post.
     *
     * @param name the person's
     * @param handle in the normal form of {@link Network.Reading.Valid#name()}
     */
    String mention(String name, String handle);

    /**
     * A hashtag for a term, with its {@code #}: {@code "slow roasting"} becomes {@code #SlowRoasting}.
     *
     * @return empty where nothing of the term can stand in a hashtag here
     */
    Optional<String> hashtag(String term);

    /**
     * Where a reader goes to answer a person on this network: a compose page that mentions the person and names the
     * piece, on the reader's own account as far as the network allows.
     *
     * @param handle the person's, in normal form
     * @param text what is already written there, without the mention
     * @param url the piece
     * @return empty where the network has no such page
     */
    default Optional<String> answerLink(String handle, String text, String url) {
        return composeLink(handle, handle + " " + text, url);
    }

    /** Where a person posts a ready text by hand; empty where the network has no such page. */
    Optional<String> composeLink(String handle, String text, String url);
}
