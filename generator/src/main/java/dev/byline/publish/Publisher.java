package dev.byline.publish;

import java.time.Duration;
import java.util.Optional;

/**
 * One account on one network: how a post is made there, found again, changed and taken back.
 *
 * <p>Each network is one file and one line in {@link Publishers}. Whatever a server answers is an {@link Outcome}; only what is
 * certainly not posted may be called refused or busy.
 */
interface Publisher {
    /** What makes the network take a repeated request for the same post; the same in every copy of the site. */
    default String key(Outgoing outgoing, int number) {
        return Keys.digest(outgoing, number);
    }

    /** How long after the first request the same one can be sent again without a second post. */
    default Duration repeatable() {
        return Duration.ZERO;
    }

    /** Why a draft will not be taken, as far as that can be known before anything of it is posted. */
    default Optional<Outcome> objection(Outgoing outgoing) {
        return Optional.empty();
    }

    /**
     * Takes the first of two steps, where a network wants two. What is prepared nobody sees; it is out when {@link #post}
     * is called with its key, which stands in the ledger before that.
     *
     * @return {@link Outcome.Prepared}, or why not: nothing is out then
     */
    default Outcome prepare(Part part) {
        return new Outcome.Prepared(part.key());
    }

    /** Posts what is prepared. */
    Outcome post(Part part);

    /** Looks for a post that was sent without an answer. */
    default LookUp lookUp(Part part) {
        return new LookUp.Impossible();
    }

    /** Replaces the text of a post. */
    default Outcome update(Part part, Sent sent) {
        return new Outcome.Refused("posts cannot be edited there; withdraw it, and publish the text as a new post");
    }

    /** Takes a post back; one that is gone already counts as taken back. */
    default Outcome withdraw(Sent sent) {
        return new Outcome.Refused("posts cannot be taken back by a program there; delete it by hand");
    }
}
