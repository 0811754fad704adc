package dev.byline.site;

/** Hears what is asked of a site. Called by several threads. */
@FunctionalInterface
public interface Reads {
    /** Where nobody wants to know. */
    Reads UNHEARD = question -> {};

    void read(Question question);

    /** Hears a question about one thing. */
    default void read(Question.Kind kind, String about) {
        read(Question.of(kind, about));
    }
}
