package dev.byline.network;

import java.util.Optional;

/**
 * A place on the net where a person can be found under a handle.
 *
 * <p>Implementations have no state; threads may share them.
 */
public sealed interface Network permits IdentityNetwork, PostNetwork {
    /** The word that stands for it in files: {@code mastodon}. */
    String id();

    /** The name that people read: {@code Mastodon}. */
    String displayName();

    /**
     * Reads a handle as its owner wrote it: with or without {@code @}, or as the address of the profile.
     *
     * @param written hostile until read
     */
    Reading read(String written);

    /**
     * How the owner of a profile makes it link back to a page of theirs with {@code rel="me"}, where anybody can read
     * that link without an account and without scripts: {@code enter it as the website of the profile}. Empty where a
     * profile cannot carry such a link.
     *
     * @see <a href="https://microformats.org/wiki/rel-me">rel="me"</a>
     */
    default Optional<String> linkingBack() {
        return Optional.empty();
    }

    /** What became of a handle as written. */
    sealed interface Reading {
        /**
         * A handle that can exist.
         *
         * @param name the handle in the network's normal form, as people show it: {@code @giulia@social.example}
         * @param profile the address of the profile, where the network has one
         */
        record Valid(String name, Optional<String> profile) implements Reading {}

        /**
         * Something that is no handle here.
         *
         * @param reason what is wrong, continuing "handle ...": {@code has no host}
         * @param hint how it should look: {@code write it as @name@host}
         */
        record Invalid(String reason, String hint) implements Reading {}
    }
}
