package dev.byline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What to post.
 *
 * @param site the site's folder
 * @param at the moment that decides what is due
 * @param clock tells when a post is decided on; for the ledger
 * @param environment holds the tokens, by the names of docs/publishing.md
 * @param patience how long one answer may take, and the longest wait that a busy network may ask for
 */
public record PublishRequest(
        Path site,
        Selection selection,
        Instant at,
        Clock clock,
        Map<String, String> environment,
        Duration patience,
        Set<Choice> choices) {
    /** What is otherwise than usual. */
    public enum Choice {
        /** Ask nobody, write nothing, only say what is due. */
        DRY_RUN,
        /** Post drafts that nobody approved, too. */
        APPROVE,
        /** Edit posts whose drafts have changed. */
        UPDATE,
        /** Do not look whether the page of a piece is there. */
        NO_PAGE_CHECK,
        /** Do not tell the pages that articles link to. */
        NO_WEBMENTIONS
    }

    public PublishRequest {
        environment = Map.copyOf(environment);
        choices = Set.copyOf(choices);
    }

    boolean wants(Choice choice) {
        return choices.contains(choice);
    }

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return "publish " + site + " " + selection + " at " + at + " " + choices;
    }
}
