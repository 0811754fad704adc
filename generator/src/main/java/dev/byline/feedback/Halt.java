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
        FAILED
    }

    static Halt gone() {
        return new Halt(Why.GONE, "it is not there");
    }

    static Halt closed(String reason) {
        return new Halt(Why.CLOSED, reason);
    }

    static Halt failed(String reason) {
        return new Halt(Why.FAILED, reason);
    }

    Why why() {
        return why;
    }

    /** In words, in one line. */
    String reason() {
        return reason;
    }
}
