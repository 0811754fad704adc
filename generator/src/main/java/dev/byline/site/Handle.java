package dev.byline.site;

import dev.byline.diagnostic.Place;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A name under which a person or the company is reached on a network: {@code @giulia@social.example} on Mastodon.
 *
 * @param network the network's id: {@code mastodon}, {@code bluesky}, {@code github} ...
 * @param name as people write it there, in the network's normal form
 * @param profile the address of the profile, where the network has one
 * @param use whether it belongs to the work or to the private life
 * @param published whether it may be shown: a work handle is, a personal one only if its owner's file says so
 * @param limit how long a post may be on the account's server, where its owner says so
 * @param place where it is written
 */
public record Handle(
        String network,
        String name,
        Optional<String> profile,
        Use use,
        boolean published,
        OptionalInt limit,
        Place place) {
    /** The life that a handle belongs to. */
    public enum Use {
        WORK,
        PERSONAL
    }

    /** A handle on a server with the usual limit. */
    public Handle(String network, String name, Optional<String> profile, Use use, boolean published, Place place) {
        this(network, name, profile, use, published, OptionalInt.empty(), place);
    }

    public Handle {
        if (use == Use.WORK && !published) {
            throw new IllegalArgumentException("a work handle is public");
        }
    }
}
