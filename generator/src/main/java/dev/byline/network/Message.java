package dev.byline.network;

import java.util.List;
import java.util.Optional;

/**
 * A draft as its network's interface takes it.
 *
 * @param title where posts have one of their own
 * @param text escaped as the network wants it
 * @param facets what lies over the text, counted in the network's {@link Rules.Length#unit() unit}; empty where the
 *     network finds links, mentions and tags by itself
 */
public record Message(Optional<String> title, String text, List<Facet> facets) {
    public Message {
        facets = List.copyOf(facets);
    }

    /** A text that is sent as it stands. */
    static Message of(String text) {
        return new Message(Optional.empty(), text, List.of());
    }
}
