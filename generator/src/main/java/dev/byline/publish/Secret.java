package dev.byline.publish;

/** A token, password or webhook's address: whoever prints it by mistake prints nothing. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The secret itself, for the request that needs it. */
    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return Redactor.MARK;
    }
}
