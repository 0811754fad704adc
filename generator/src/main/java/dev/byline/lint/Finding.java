package dev.byline.lint;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Severity;
import java.util.Optional;

/**
 * A rule that a draft breaks.
 *
 * @param draft the draft's path below the drafts' folder
 * @param place where to mend it: in the draft's file once a person has taken it over, else in the article's
 * @param excerpt the words in question; empty where it is the whole draft
 */
public record Finding(
        String rule, Severity severity, String draft, Place place, String excerpt, String reason, String suggestion) {
    /** The same as every other mistake is told. */
    public Diagnostic diagnostic() {
        String where = place.file().endsWith(draft) ? "" : draft + ": ";
        String words = excerpt.isEmpty() ? "" : ": \"" + excerpt + "\"";
        return new Diagnostic(
                severity, place, where + reason + words + " [" + rule + "]", Optional.of(suggestion), rule);
    }
}
