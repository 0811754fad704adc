package dev.byline.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request, as far as an intake looks at it. Nothing in it is trusted.
 *
 * @param path its parts, below the intake's address, decoded
 * @param query each field's first value
 * @param headers by lower-case name
 * @param body each byte as one character: what they stand for is not yet known
 * @param reader who asks
 */
record Asked(
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        Reader reader) {
    Asked {
        path = List.copyOf(path);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /**
     * Who asks, for as long as it is asked.
     *
     * @param network the address, or for IPv6 the network, in which one machine has countless addresses
     * @param agent what the program calls itself
     */
    record Reader(String network, String agent) {}

    /** The first part of the path; empty for the intake's address itself. */
    String place() {
        return path.isEmpty() ? "" : path.get(0);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A field of the query; empty where it is missing. */
    String query(String name) {
        return query.getOrDefault(name, "");
    }

    /** Whether the answer goes to a program. */
    boolean wantsJson() {
        return header("Content-Type").orElse("").toLowerCase(Locale.ROOT).startsWith("application/json");
    }
}
