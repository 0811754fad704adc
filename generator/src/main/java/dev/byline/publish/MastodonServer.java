package dev.byline.publish;

import java.time.Duration;
import java.util.Optional;

/** What servers with Mastodon's API do differently. */
enum MastodonServer {
    /**
     * Answers a repeated request as the first one, for an hour.
     *
     * @see <a href="https://docs.joinmastodon.org/methods/statuses/#headers">Idempotency-Key</a>
     */
    MASTODON(Duration.ofHours(1)),

    /**
     * As Mastodon; keeps answers for six hours, also those that refuse.
     *
     * @see <a href="https://akkoma.dev/AkkomaGang/akkoma/src/branch/develop/lib/pleroma/web/plugs/idempotency_plug.ex">the
     *     plug</a>
     */
    AKKOMA(Duration.ofHours(1)),

    /**
     * Knows no idempotency keys: a request without an answer is looked up before it is repeated.
     *
     * @see <a href="https://docs.gotosocial.org/en/latest/api/swagger/">statusCreate has no such header</a>
     */
    GOTOSOCIAL(Duration.ZERO),

    /**
     * Refuses a key that it knows; posts are of images, and what answers them is a comment.
     *
     * @see <a href="https://docs.pixelfed.org/spec/api/">differences from Mastodon's API</a>
     * @see <a href="https://github.com/pixelfed/pixelfed/blob/dev/app/Http/Controllers/Api/ApiV1Controller.php">statusCreate</a>
     */
    PIXELFED(Duration.ZERO);

    /** What is left of the time that a key is kept is not relied on: clocks differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    /** {@code spoiler_text} of Pixelfed's statusCreate. */
    private static final int PIXELFED_WARNING = 140;

    private final Duration keyKept;

    MastodonServer(Duration keyKept) {
        this.keyKept = keyKept;
    }

    /** How long a request can be repeated without a second post. */
    Duration repeatable() {
        return keyKept.isZero() ? keyKept : keyKept.minus(CLOCKS);
    }

    /** Why a draft cannot be posted there. */
    Optional<String> fault(Outgoing outgoing) {
        if (this != PIXELFED) {
            return Optional.empty();
        }
        if (outgoing.media().isEmpty()) {
            return Optional.of("a post there is an image: give the draft one");
        }
        if (outgoing.parts().size() > 1) {
            return Optional.of("there are no threads: make it one post");
        }
        return outgoing.warning()
                .filter(warning -> warning.length() > PIXELFED_WARNING)
                .map(warning -> "a content warning has at most " + PIXELFED_WARNING + " characters there");
    }
}
