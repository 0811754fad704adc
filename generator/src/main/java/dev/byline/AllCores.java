package dev.byline;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Work on all cores, of which nothing goes on behind the back of who asked for it. */
final class AllCores {
    private AllCores() {}

    /**
     * Does something with each of them. A parallel stream comes back as soon as one piece of work has failed, while others
     * are still at it; here, none is any more: the folders that they write into can be closed, or filled anew.
     */
    static <T> void each(Collection<T> things, Consumer<T> work) {
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        things.parallelStream().forEach(thing -> {
            if (!failures.isEmpty()) {
                return;
            }
            try {
                work.accept(thing);
            } catch (RuntimeException failed) {
                failures.add(failed);
            }
        });
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
    }
}
