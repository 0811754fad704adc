package dev.byline.site;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What an article's front matter says about one network ({@code syndicate:}).
 *
 * @param wanted false for {@code x: false}: no draft there
 * @param text replaces what would be composed
 * @param hashtags replace those made from the tags, if any are given
 * @param visibility as the network names it
 * @param thread whether a long text may become several posts
 * @param at when it is to be posted; with the piece where absent
 * @param community where it is posted, in the network's normal form; where the account's handle says where absent
 */
public record Syndication(
        boolean wanted,
        Optional<String> text,
        List<String> hashtags,
        Optional<String> visibility,
        Optional<String> contentWarning,
        boolean thread,
        Optional<ZonedDateTime> at,
        Optional<String> community) {
    public static final Syndication DEFAULT = new Syndication(
            true,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty());

    /** No draft on this network. */
    public static final Syndication NONE = new Syndication(
            false,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty());

    public Syndication {
        hashtags = List.copyOf(hashtags);
    }
}
