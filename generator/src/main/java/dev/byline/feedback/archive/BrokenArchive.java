package dev.byline.feedback.archive;

/** An archive that is not what it should be. The message is for people. */
public final class BrokenArchive extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    BrokenArchive(int line, int column, String message) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    BrokenArchive(String message) {
        this(1, 1, message);
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }
}
