package dev.byline.rehearsal;

import java.util.List;

/** One network's rules. Threads may share it. */
public interface Understudy {
    /** What the network answers to a request. */
    Answered answer(Asked asked);

    /** The posts that are out, oldest first. */
    List<Shown> shown();
}
