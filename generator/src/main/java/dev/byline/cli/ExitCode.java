package dev.byline.cli;

/** What the command line answers to the shell. */
final class ExitCode {
    /** All is well. */
    static final int FINE = 0;
    /** There are problems in the content. */
    static final int CONTENT = 1;
    /** The command was used wrongly. */
    static final int USAGE = 2;
    /** A remote source or network failed; the rest is done. */
    static final int REMOTE = 3;

    private ExitCode() {}
}
