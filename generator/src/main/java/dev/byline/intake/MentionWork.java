package dev.byline.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Verifies the mentions that wait, one after the other; other instances may do the same from the same store. */
final class MentionWork implements AutoCloseable {
    private static final int THREADS = 2;

    /** Longer than any source takes to be read. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** A source that cannot be reached is tried again after these, then given up. */
    private static final Duration[] WAITS = {
        Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1)
    };

    private final Mentions mentions;
    private final MentionVerifier verifier;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "mentions");
        thread.setDaemon(true);
        return thread;
    });

    MentionWork(Mentions mentions, MentionVerifier verifier) {
        this.mentions = mentions;
        this.verifier = verifier;
    }

    void start() {
        for (int i = 0; i < THREADS; i++) {
            threads.execute(this::run);
        }
    }

    private void run() {
        while (!threads.isShutdown()) {
            try {
                if (!one()) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
                }
            } catch (InterruptedException stop) {
                return;
            } catch (StoreFailure away) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean one() throws StoreFailure {
        Optional<Mentions.Mention> next = mentions.claim(LEASE);
        if (next.isEmpty()) {
            return false;
        }
        Mentions.Mention mention = next.get();
        MentionVerifier.Verified verified = verified(mention);
        if (verified instanceof MentionVerifier.Verified.Found found) {
            mentions.finish(mention, Mentions.State.FOUND, found.found());
        } else if (verified instanceof MentionVerifier.Verified.Gone gone) {
            mentions.finish(mention, Mentions.State.GONE, gone.reason());
        } else if (verified instanceof MentionVerifier.Verified.Refused refused) {
            mentions.finish(mention, Mentions.State.REFUSED, refused.reason());
        } else if (verified instanceof MentionVerifier.Verified.Later later) {
            postpone(mention, later.reason());
        }
        return true;
    }

    private void postpone(Mentions.Mention mention, String reason) throws StoreFailure {
        if (mention.tries() > WAITS.length) {
            mentions.finish(mention, Mentions.State.REFUSED, reason);
        } else {
            mentions.postpone(mention, WAITS[mention.tries() - 1]);
        }
    }

    /** A page that a verifier stumbles over must not end the work for all others. */
    private MentionVerifier.Verified verified(Mentions.Mention mention) {
        try {
            return verifier.verify(mention.source(), mention.target());
        } catch (RuntimeException broken) {
            return new MentionVerifier.Verified.Refused("the source cannot be understood");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
