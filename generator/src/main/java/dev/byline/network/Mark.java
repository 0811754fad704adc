package dev.byline.network;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands out in a post to its reader's eye, on any network: an address, a mention, a hashtag.
 *
 * <p>{@code "Ask @giulia at https://a.example/."} has a mention from 4 to 11 and an address from 15 to 33. These are also
 * those that its network would not find ({@link PostNetwork#facets}): somebody meant them when they wrote it.
 *
 * @param kind a link, a mention or a tag
 * @param start where it begins, and {@code end} where it ends, in units of UTF-16
 */
public record Mark(Facet.Kind kind, int start, int end, String text) {
    /** Whatever a name may look like on one network or the other, with hyphens and a host. */
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_/@.])@[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.@-]*[\\p{L}\\p{N}_])?");

    private static final Pattern TAG =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_/#&])[#＃]([\\p{L}\\p{M}\\p{N}_·]*\\p{L}[\\p{L}\\p{M}\\p{N}_·]*)");

    /** An address with words in its place, as Slack has it: {@code <https://a.example/|the words>}. */
    private static final Pattern WITH_WORDS = Pattern.compile("(?<=<)https?://[^\\s<>|]+(?=\\|)");

    /** All of a text, in order; they do not overlap. */
    public static List<Mark> in(String text) {
        return Facet.apart(
                        withWords(text),
                        WebAddresses.links(text),
                        Entities.mentions(text, MENTION),
                        Entities.tags(text, TAG))
                .stream()
                .map(facet ->
                        new Mark(facet.kind(), facet.start(), facet.end(), text.substring(facet.start(), facet.end())))
                .toList();
    }

    private static List<Facet> withWords(String text) {
        return WITH_WORDS
                .matcher(text)
                .results()
                .map(found -> new Facet(Facet.Kind.LINK, found.start(), found.end(), found.group()))
                .toList();
    }
}
