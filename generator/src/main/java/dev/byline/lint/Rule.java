package dev.byline.lint;

import dev.byline.diagnostic.Severity;
import java.util.List;

/** One thing that a post should not do. Implementations have no state; threads may share them. */
interface Rule {
    /** The word that stands for it in {@code site.yml} and on the command line: {@code same-text}. */
    String id();

    /** How much it matters unless the site says otherwise. */
    default Severity severity() {
        return Severity.WARNING;
    }

    /**
     * Looks at one post.
     *
     * @return what is wrong with it, in the order of its text
     */
    List<Fault> check(Post post, Surroundings around);
}
