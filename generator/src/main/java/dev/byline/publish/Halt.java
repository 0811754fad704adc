package dev.byline.publish;

/** Ends what an adapter is doing, with what came of it. */
final class Halt extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Outcome outcome;

    Halt(Outcome outcome) {
        super(null, null, false, false);
        this.outcome = outcome;
    }

    static Halt refused(String reason) {
        return new Halt(new Outcome.Refused(reason));
    }

    Outcome outcome() {
        return outcome;
    }

    /** Why, in words. */
    String reason() {
        if (outcome instanceof Outcome.Refused refused) {
            return refused.reason();
        }
        if (outcome instanceof Outcome.Busy busy) {
            return busy.reason();
        }
        return outcome instanceof Outcome.Unclear unclear ? unclear.reason() : "";
    }

    /** The same, told about a look-up. */
    LookUp asLookUp() {
        return new LookUp.Unanswered(reason());
    }
}
