package dev.byline.network;

import java.util.List;
import java.util.Optional;

/** A draft whose first line is the title of the post: the rest, after blank lines, is its text. */
record Titled(String title, String text) {
    static Titled of(String draft) {
        int line = draft.indexOf('\n');
        return line < 0
                ? new Titled(draft.strip(), "")
                : new Titled(
                        draft.substring(0, line).strip(),
                        draft.substring(line + 1).strip());
    }

    /** The text counts, the title does not: it has a limit of its own. */
    static int count(String draft) {
        return Unit.CODE_POINTS.count(of(draft).text());
    }

    Message message() {
        return new Message(Optional.of(title), text, List.of());
    }
}
