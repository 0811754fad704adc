package dev.byline.publish;

/** Whether a post whose fate is not known is on its network. */
sealed interface LookUp {
    record Found(Sent sent) implements LookUp {}

    /** It is not there; the request can be sent again under its key. */
    record Absent() implements LookUp {}

    /** It is not there and never will be: its key is of no use any more, and it has to be prepared anew. */
    record Lapsed() implements LookUp {}

    /** The network could not be asked now. */
    record Unanswered(String reason) implements LookUp {}

    /** The network cannot be asked: a person has to look. */
    record Impossible() implements LookUp {}
}
