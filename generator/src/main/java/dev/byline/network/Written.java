package dev.byline.network;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is wrong with a handle before any network's own grammar is asked. */
final class Written {
    private Written() {}

    /** The fault of a handle that no network can have; empty where there is none. */
    static Optional<Network.Reading> fault(String written, String example) {
        if (written.isBlank()) {
            return Optional.of(new Network.Reading.Invalid("is empty", "write it as " + example));
        }
        if (written.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
            return Optional.of(new Network.Reading.Invalid(
                    "holds a line break or control character", "write it on one line, as " + example));
        }
        if (written.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            return Optional.of(new Network.Reading.Invalid("holds a space", "write it as " + example));
        }
        return Optional.empty();
    }

    /** A handle in the form in which people show it. */
    static Network.Reading shown(Network.Reading reading, UnaryOperator<String> form) {
        return reading instanceof Network.Reading.Valid valid
                ? new Network.Reading.Valid(form.apply(valid.name()), valid.profile())
                : reading;
    }

    /** A handle without the {@code @} that people write before it. */
    static String withoutAt(String written) {
        return written.startsWith("@") ? written.substring(1) : written;
    }

    /** The path of a profile's address on one of these hosts, without slashes at its ends; empty for another address. */
    static Optional<String> pathOn(String written, String... hosts) {
        for (String host : hosts) {
            for (String start : new String[] {"https://" + host + "/", "https://www." + host + "/"}) {
                if (written.startsWith(start)) {
                    String path = written.substring(start.length()).replaceFirst("[?#].*$", "");
                    return Optional.of(path.replaceFirst("/+$", ""));
                }
            }
        }
        return Optional.empty();
    }
}
