package dev.byline.diagnostic;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that is wrong with the input, told so that its writer can mend it.
 *
 * <p>{@code articles/slow-roasting.md:4:10: error: unknown author "giulai"; did you mean "giulia-ferri"?}
 *
 * @param severity whether the output may be written all the same
 * @param place where it is
 * @param message what is wrong, in one line, without a full stop
 * @param hint what to do about it, if something can be said
 * @param rule the name of the rule that was broken, for programs; may be empty
 */
public record Diagnostic(Severity severity, Place place, String message, Optional<String> hint, String rule)
        implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::place)
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::message);

    /** Control characters, and marks that turn the direction of text. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");

    /** What is quoted may be a stranger's word. */
    public Diagnostic {
        message = harmless(message);
        hint = hint.map(Diagnostic::harmless);
    }

    private static String harmless(String text) {
        return STEERING.matcher(text).replaceAll("\uFFFD");
    }

    public static Diagnostic error(Place place, String message) {
        return new Diagnostic(Severity.ERROR, place, message, Optional.empty(), "");
    }

    public static Diagnostic error(Place place, String message, String hint) {
        return new Diagnostic(Severity.ERROR, place, message, Optional.of(hint), "");
    }

    public static Diagnostic warning(Place place, String message) {
        return new Diagnostic(Severity.WARNING, place, message, Optional.empty(), "");
    }

    public static Diagnostic warning(Place place, String message, String hint) {
        return new Diagnostic(Severity.WARNING, place, message, Optional.of(hint), "");
    }

    /**
     * The same as a warning, for input that strangers write and that never stops the blog.
     *
     * @param consequence what is done instead; said after the hint of what was an error
     */
    public Diagnostic asWarning(String consequence) {
        if (severity != Severity.ERROR) {
            return this;
        }
        return warning(place, message, hint.map(h -> h + "; " + consequence).orElse(consequence));
    }

    /** The same, by the name of the rule that was broken. */
    public Diagnostic by(String brokenRule) {
        return new Diagnostic(severity, place, message, hint, brokenRule);
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    /** The one line that a person, an editor and a build log read: nothing in it can steer a terminal or turn text. */
    @Override
    public String toString() {
        String line = place + ": " + severity.word() + ": " + message
                + hint.map(h -> "; " + h).orElse("");
        return harmless(line);
    }
}
