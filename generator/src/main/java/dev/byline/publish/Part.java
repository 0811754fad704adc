package dev.byline.publish;

import dev.byline.network.Facet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One post of a draft, ready to be sent.
 *
 * @param number from 1
 * @param key what makes the network take a repeated request for the same post
 * @param created when it was first decided to post it; stays the same when it is sent again
 * @param first the first post of the thread, for all others
 * @param previous the post that this one continues
 */
record Part(Outgoing outgoing, int number, String key, Instant created, Optional<Sent> first, Optional<Sent> previous) {
    String words() {
        return outgoing.parts().get(number - 1).words();
    }

    /** The title; empty where the network has none. */
    String title() {
        return outgoing.parts().get(number - 1).title().orElse("");
    }

    /** Title and text: what is compared with a draft that was changed. */
    String whole() {
        return outgoing.parts().get(number - 1).whole();
    }

    List<Facet> marks() {
        return outgoing.parts().get(number - 1).marks();
    }

    /** The same, as its network has prepared it. */
    Part under(String preparedKey) {
        return new Part(outgoing, number, preparedKey, created, first, previous);
    }

    /** Images go with the first post. */
    List<Outgoing.Media> media() {
        return number == 1 ? outgoing.media() : List.of();
    }
}
