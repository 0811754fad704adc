package dev.byline.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that lies over a part of a text: a link, a mention, a tag, a style.
 *
 * <p>{@code "Grazie @giulia.example.com"} has a mention from 7 to 26.
 *
 * @param start where it begins, and {@code end} where it ends: in units of UTF-16 until {@link #in} says otherwise
 * @param target the address of a link, the name that a mention shows or the id that it stands for, the tag without
 *     {@code #}; empty for a style
 */
public record Facet(Kind kind, int start, int end, String target) {
    /** What lies there. */
    public enum Kind {
        LINK,
        MENTION,
        TAG,
        BOLD,
        ITALIC,
        UNDERLINE,
        STRIKE,
        CODE,
        PRE,
        QUOTE,
        SPOILER
    }

    public Facet {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("from " + start + " to " + end);
        }
    }

    /** The same over the same part of the text, its ends counted in a network's unit. */
    public Facet in(Unit unit, String text) {
        int from = unit.count(text.substring(0, start));
        return new Facet(kind, from, from + unit.count(text.substring(start, end)), target);
    }

    Facet to(String otherTarget) {
        return new Facet(kind, start, end, otherTarget);
    }

    private boolean touches(Facet other) {
        return start < other.end && other.start < end;
    }

    /** In the order of the text; of two that overlap, the one of the earlier list stays. */
    @SafeVarargs
    static List<Facet> apart(List<Facet>... byRank) {
        List<Facet> kept = new ArrayList<>();
        for (List<Facet> facets : byRank) {
            for (Facet facet : facets) {
                if (kept.stream().noneMatch(facet::touches)) {
                    kept.add(facet);
                }
            }
        }
        kept.sort(Comparator.comparingInt(Facet::start));
        return List.copyOf(kept);
    }
}
