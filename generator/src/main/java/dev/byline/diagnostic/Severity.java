package dev.byline.diagnostic;

import java.util.Locale;

/**
 * How much a diagnostic matters: an {@link #ERROR} stops the output from being changed, a {@link #WARNING} does not, and a
 * {@link #NOTICE} is no fault at all.
 */
public enum Severity {
    ERROR,
    WARNING,
    NOTICE;

    /** The word that a person reads: {@code error}, {@code warning} or {@code notice}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
