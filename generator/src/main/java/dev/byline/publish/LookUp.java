package dev.byline.publish;

/** Whether a post whose fate is not known is on its network. */
sealed interface LookUp {
    record Found(Sent sent) implements LookUp {}

    record Absent() implements LookUp {}

    /** The network could not be asked now. */
    record Unanswered(String reason) implements LookUp {}

    /** The network cannot be asked: a person has to look. */
    record Impossible() implements LookUp {}
}
