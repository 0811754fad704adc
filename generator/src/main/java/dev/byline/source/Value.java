package dev.byline.source;

import dev.byline.diagnostic.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of front matter or of a data file, in whichever language it was written, with the place where it stands. */
public sealed interface Value {
    Place place();

    /** How many values this one holds, itself included, with aliases counted as often as they are used. */
    int size();

    /** What a person would call it: {@code a list}. */
    String kind();

    /**
     * A single word, number or text.
     *
     * @param plain whether it was written without quotes, so that {@code true}, {@code null} and numbers are meant as such
     */
    record Scalar(String text, boolean plain, Place place) implements Value {
        /** Whether nothing is given: {@code key:} with nothing after it, {@code ~} or {@code null}. */
        public boolean isAbsent() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public String kind() {
            return "a text";
        }
    }

    /** A list. */
    record Sequence(List<Value> items, Place place, int size) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }

        public Sequence(List<Value> items, Place place) {
            this(items, place, total(items));
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with values, in the order written. */
    record Mapping(Map<String, Entry> entries, Place place, int size) implements Value {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        public Mapping(Map<String, Entry> entries, Place place) {
            this(
                    entries,
                    place,
                    total(entries.values().stream().map(Entry::value).toList()));
        }

        @Override
        public String kind() {
            return "a group of keys";
        }
    }

    /** A key's place and its value. */
    record Entry(Place key, Value value) {}

    private static int total(List<Value> values) {
        long sum = 1;
        for (Value value : values) {
            sum += value.size();
        }
        return (int) Math.min(sum, Integer.MAX_VALUE);
    }
}
