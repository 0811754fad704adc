package dev.byline.preview;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Where it is pinned up how the pages stand. Whoever was slow reads the newest, and misses what is over. For all threads. */
final class Board {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Standing standing;

    Board(Standing first) {
        this.standing = first;
    }

    Standing standing() {
        lock.lock();
        try {
            return standing;
        } finally {
            lock.unlock();
        }
    }

    void pin(Standing newer) {
        lock.lock();
        try {
            if (!newer.equals(standing)) {
                standing = newer;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for another standing than the one that is known; empty where there was none in that time. */
    Optional<Standing> other(Standing known, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (standing.equals(known) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return standing.equals(known) ? Optional.empty() : Optional.of(standing);
        } finally {
            lock.unlock();
        }
    }
}
