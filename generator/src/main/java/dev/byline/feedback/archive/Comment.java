package dev.byline.feedback.archive;

import dev.byline.site.Feedback;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A comment as an archive has it.
 *
 * @param id unique among those of its page; may be empty
 * @param parent the id of the comment that it answers
 * @param pages what its page is called in the archive, best first: an address, a path, or a last part of one
 * @param website as its author wrote it
 */
record Comment(
        String id,
        Optional<String> parent,
        List<String> pages,
        Feedback.Kind kind,
        String name,
        Optional<String> website,
        Optional<Instant> published,
        Optional<Instant> edited,
        Feedback.Format format,
        String text,
        Fate fate) {
    Comment {
        pages = List.copyOf(pages);
    }

    /** What became of it where it comes from. */
    enum Fate {
        SHOWN,
        /** Nobody has looked at it yet. */
        PENDING,
        SPAM,
        DELETED
    }
}
