package dev.byline.site;

import java.util.Collection;
import java.util.Set;

/** Hears what is asked of a site. Called by several threads. */
@FunctionalInterface
public interface Reads {
    /** Where nobody wants to know. */
    Reads UNHEARD = question -> {};

    void read(Question question);

    /**
     * Does something, and says what it asks; whoever listens already hears that as well.
     *
     * @return nothing where nobody wants to know
     */
    default Set<Question> during(Runnable work) {
        work.run();
        return Set.of();
    }

    /** Hears several. */
    default void read(Collection<Question> questions) {
        questions.forEach(this::read);
    }

    /** Hears a question about one thing. */
    default void read(Question.Kind kind, String about) {
        read(Question.of(kind, about));
    }
}
