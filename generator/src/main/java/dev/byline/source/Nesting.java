package dev.byline.source;

import dev.byline.diagnostic.Place;
import java.util.Optional;

/** Measures how deep brackets stand in each other before a parser that works by recursion sees them. */
final class Nesting {
    private Nesting() {}

    /** The place of the first bracket beyond a depth; brackets in quoted texts do not count. */
    static Optional<Place> beyond(int depth, String text, Place start) {
        int open = 0;
        int quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\' && quote == '"') {
                    i++;
                } else if (c == quote || c == '\n') {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == '{') {
                if (++open > depth) {
                    return Optional.of(TextPosition.at(text, i, start));
                }
            } else if ((c == ']' || c == '}') && open > 0) {
                open--;
            }
        }
        return Optional.empty();
    }
}
