package dev.byline.publish;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Pause {
    /** Waits as long as told, or until the thread is interrupted. */
    void of(Duration length);

    /** Waits in earnest. */
    static void sleeping(Duration length) {
        try {
            Thread.sleep(Math.max(0, length.toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
