package dev.byline.theme;

import dev.byline.site.Question;
import dev.byline.site.Reads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Makes each view of one kind once, however many pages show it; each page asks for it what the first one asked. */
final class Once<T> {
    private final Reads reads;
    private final Map<String, Made<T>> made = new ConcurrentHashMap<>();

    private record Made<T>(T thing, Set<Question> questions) {}

    Once(Reads reads) {
        this.reads = reads;
    }

    T get(String key, Supplier<T> maker) {
        Made<T> known = made.get(key);
        if (known != null) {
            reads.read(known.questions());
            return known.thing();
        }
        List<T> thing = new ArrayList<>(1);
        Set<Question> questions = reads.during(() -> thing.add(maker.get()));
        made.put(key, new Made<>(thing.get(0), questions));
        return thing.get(0);
    }
}
