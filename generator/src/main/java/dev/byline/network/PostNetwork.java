package dev.byline.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A network that posts are drafted for: it also knows how a post is counted and written there. */
public non-sealed interface PostNetwork extends Network {
    /**
     * Whether it is the company's own channel for colleagues. What leads there is a secret, so the channel is never shown
     * to readers, and no person has a handle in it.
     */
    default boolean forColleagues() {
        return false;
    }

    /** What a post may be here, and what is good manners. */
    Rules rules();

    /** The most that one post may count, in this network's own unit (see {@link #count}). */
    default int limit() {
        return rules().length().limit();
    }

    /**
     * The same network with what an account's server or plan allows.
     *
     * @return empty where all accounts have the same limits
     */
    default Optional<PostNetwork> allowing(Allowance allowance) {
        return Optional.empty();
    }

    /**
     * The host of the server that tells programs what it allows an account, as Mastodon's do.
     *
     * @param handle the account's, in normal form
     * @return empty where servers tell nothing
     * @see <a href="https://docs.joinmastodon.org/methods/instance/#v2">view server information</a>
     */
    default Optional<String> toldBy(String handle) {
        return Optional.empty();
    }

    /** What a text counts here: links, mentions and emoji at the network's own price. */
    default int count(String text) {
        return rules().length().unit().count(text);
    }

    /** Whether a text can be posted as it is, by every limit that the network has (some have two). */
    default boolean fits(String text) {
        return count(text) <= limit();
    }

    /**
     * How a person is mentioned in a post: by the handle, unless the network has another way.
     *
     * @param name the person's
     * @param handle in the normal form of {@link Network.Reading.Valid#name()}
     */
    default String mention(String name, String handle) {
        return handle;
    }

    /**
     * A hashtag for a term, with its {@code #}: {@code "slow roasting"} becomes {@code #SlowRoasting}.
     *
     * @return empty where nothing of the term can stand in a hashtag here, or where there are none
     */
    default Optional<String> hashtag(String term) {
        return Optional.empty();
    }

    /** Plain words as a draft holds them: what would be markup here is escaped, addresses are left as they are. */
    default String plain(String words) {
        return words;
    }

    /** The links, mentions and tags that the network would find in a draft's text; they do not overlap. */
    default List<Facet> facets(String text) {
        return Entities.found(text);
    }

    /**
     * A draft as the network's interface takes it.
     *
     * @param ids what the network knows mentioned people by, where that is not what the text shows: the mention as it
     *     stands in the text to the id. Who is not in it is named, not mentioned.
     */
    default Message message(String text, Map<String, String> ids) {
        return Message.of(text);
    }

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

    /** Where a person posts a ready text by hand; empty where no such page of the network is documented. */
    default Optional<String> composeLink(String handle, String text, String url) {
        return Optional.empty();
    }
    /** How a community to post to is written, {@code r/name}; empty where there are none. */
    default Optional<String> communities() {
        return Optional.empty();
    }

    /** Whether a handle in normal form is that of a community. */
    default boolean isCommunity(String handle) {
        return false;
    }
}
