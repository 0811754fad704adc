package dev.byline.feedback;

/** Ends a reading, with the reason. */
final class Halt extends Exception {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String reason;

    private Halt(Why why, String reason) {
        super(null, null, false, false);
        this.why = why;
        this.reason = reason;
    }

    /** What kind of end it is. */
    enum Why {
        /** What was asked for is no longer there, or never was. */
        GONE,
        /** It is there, but not for everybody. */
        CLOSED,
        /** Nobody knows: the server did not answer as it should. */
        FAILED,
        /** There may be more, but enough was asked. */
        ENOUGH
    }

    static Halt gone() {
        return new Halt(Why.GONE, "it is not there");
    }

    static Halt closed(String reason) {
        return new Halt(Why.CLOSED, reason);
    }

    static Halt enough(String reason) {
        return new Halt(Why.ENOUGH, reason);
    }

    static Halt failed(String reason) {
        return new Halt(Why.FAILED, reason);
    }

    Why why() {
        return why;
    }

    /** Whether only this one thing cannot be had. */
    boolean isLocal() {
        return why == Why.GONE || why == Why.CLOSED;
    }

    /** In words, in one line. */
    String reason() {
        return reason;
    }
}
