package dev.byline.output;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Byline wrote into a file, as far as it takes to know it again.
 *
 * @param check the {@link Check} of the content; in what a manifest of version 1 tells, its {@link Digest}
 * @param size in bytes; -1 where it is unknown
 * @param changed when the file was written, in nanoseconds since 1970 by the clock of its file system
 */
record Stamp(String check, long size, long changed) {
    /** Version 2 has {@code check size changed}, version 1 had a digest alone. */
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{16}) ([0-9]{1,18}) (-?[0-9]{1,18}|[0-8][0-9]{18})");

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{32}");

    /** Reads {@link #text}. */
    static Optional<Stamp> read(String text) {
        if (DIGEST.matcher(text).matches()) {
            return Optional.of(new Stamp(text, -1, 0));
        }
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Stamp(parts.group(1), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    String text() {
        return isOfVersion1() ? check : check + " " + size + " " + changed;
    }

    boolean isOfVersion1() {
        return size < 0;
    }

    /** Whether both are stamps of the same bytes. */
    boolean hasContentOf(Stamp other) {
        return size == other.size && check.equals(other.check);
    }
}
