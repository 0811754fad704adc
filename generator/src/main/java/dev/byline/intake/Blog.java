package dev.byline.intake;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an intake knows of its site.
 *
 * @param url the site's address, ending in {@code /}
 * @param language of pages that belong to no piece
 * @param pieces by article id; empty where the site's folder is not here, so that any id is taken, and {@code gather}
 *     finds out
 * @param suspicion what the site's people have decided so far
 */
public record Blog(URI url, Locale language, Optional<Map<String, Piece>> pieces, Suspicion suspicion) {
    public Blog {
        pieces = pieces.map(Map::copyOf);
    }

    /**
     * A piece that can be answered.
     *
     * @param until when it can no longer be answered; {@link Instant#MIN} where it never could
     */
    public record Piece(String title, URI url, Locale language, Instant until) {}

    /** The piece of an id; empty also where nobody here knows the pieces. */
    Optional<Piece> piece(String article) {
        return pieces.map(all -> all.get(article));
    }

    /** Whether a piece of this id may exist, as far as anybody here knows. */
    boolean mayHave(String article) {
        return pieces.map(all -> all.containsKey(article)).orElse(true);
    }
}
