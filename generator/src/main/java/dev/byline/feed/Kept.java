package dev.byline.feed;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What is dear to make, large, and the same whenever it is made: kept as long as there is memory for it. A site of many
 * thousand pieces needs no more memory than its texts; it is only slower than with more. Threads may share it.
 */
final class Kept<T> {
    private final Map<String, SoftReference<T>> things = new ConcurrentHashMap<>();

    /** The thing, made unless it is there. */
    T get(String key, Supplier<T> maker) {
        SoftReference<T> known = things.get(key);
        T thing = known == null ? null : known.get();
        if (thing == null) {
            thing = maker.get();
            things.put(key, new SoftReference<>(thing));
        }
        return thing;
    }
}
