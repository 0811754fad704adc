package dev.byline.diagnostic;

import java.util.Locale;

/** How much a diagnostic matters: an {@link #ERROR} stops the output from being changed, a {@link #WARNING} does not. */
public enum Severity {
    ERROR,
    WARNING;

    /** The word that a person reads: {@code error} or {@code warning}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
