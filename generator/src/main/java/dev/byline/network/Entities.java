package dev.byline.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links, mentions and tags as most networks find them: an address with its scheme, {@code @name}, {@code #tag}. */
final class Entities {
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}_/@.])@[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?");

    private static final Pattern TAG =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_/#&])#([\\p{L}\\p{M}\\p{N}_]*\\p{L}[\\p{L}\\p{M}\\p{N}_]*)");

    private Entities() {}

    /** All three; what stands within an address is part of it. */
    static List<Facet> found(String text) {
        return found(text, MENTION);
    }

    /** The same, where a mention looks otherwise. */
    static List<Facet> found(String text, Pattern mention) {
        return Facet.apart(WebAddresses.links(text), mentions(text, mention), tags(text));
    }

    static List<Facet> mentions(String text, Pattern mention) {
        List<Facet> found = new ArrayList<>();
        Matcher matcher = mention.matcher(text);
        while (matcher.find()) {
            found.add(new Facet(Facet.Kind.MENTION, matcher.start(), matcher.end(), matcher.group()));
        }
        return found;
    }

    static List<Facet> tags(String text) {
        return tags(text, TAG);
    }

    /** Tags, where the word is the pattern's first group. */
    static List<Facet> tags(String text, Pattern tag) {
        List<Facet> found = new ArrayList<>();
        Matcher matcher = tag.matcher(text);
        while (matcher.find()) {
            found.add(new Facet(Facet.Kind.TAG, matcher.start(), matcher.end(), matcher.group(1)));
        }
        return found;
    }
}
