package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Suggestion;
import dev.byline.source.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys of one mapping, read by what is expected of them.
 *
 * <p>What is asked for is what is known: {@link #rejectUnknown} names every other key.
 */
final class Fields {
    private final Value.Mapping mapping;
    private final Diagnostics diagnostics;
    private final Set<String> known = new LinkedHashSet<>();

    Fields(Value.Mapping mapping, Diagnostics diagnostics) {
        this.mapping = mapping;
        this.diagnostics = diagnostics;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    /** Where the mapping begins. */
    Place place() {
        return mapping.place();
    }

    /** Where a key's value stands; the mapping's beginning where the key is missing. */
    Place place(String key) {
        Value.Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.place() : entry.value().place();
    }

    boolean has(String key) {
        return value(key).isPresent();
    }

    /** The value of a key, unless it is missing or given as nothing. */
    Optional<Value> value(String key) {
        known.add(key);
        return Optional.ofNullable(mapping.entries().get(key))
                .map(Value.Entry::value)
                .filter(value -> !(value instanceof Value.Scalar scalar && scalar.isAbsent()));
    }

    Optional<Value.Scalar> scalar(String key) {
        return value(key).flatMap(value -> scalar(key, value));
    }

    private Optional<Value.Scalar> scalar(String key, Value value) {
        if (value instanceof Value.Scalar scalar) {
            return Optional.of(scalar);
        }
        diagnostics.error(
                value.place(), "\"" + key + "\" is a single value, not " + value.kind(), "write " + key + ": value");
        return Optional.empty();
    }

    /** A text without control characters; line breaks become spaces. */
    Optional<String> text(String key) {
        return scalar(key).flatMap(scalar -> Texts.clean(scalar, key, diagnostics));
    }

    /** A text that has to be there. */
    Optional<String> requiredText(String key, String example) {
        if (!has(key)) {
            diagnostics.error(place(), "no \"" + key + "\"", "add " + key + ": " + example);
            return Optional.empty();
        }
        Optional<String> text = text(key);
        if (text.isPresent() && text.get().isBlank()) {
            diagnostics.error(place(key), "\"" + key + "\" is empty", "write " + key + ": " + example);
            return Optional.empty();
        }
        return text;
    }

    boolean flag(String key, boolean otherwise) {
        return scalar(key)
                .map(scalar -> {
                    String word = scalar.text().toLowerCase(Locale.ROOT);
                    if (!word.equals("true") && !word.equals("false")) {
                        diagnostics.error(
                                scalar.place(),
                                "\"" + key + "\" is true or false, not \"" + scalar.text() + "\"",
                                "write " + key + ": true, or leave it out");
                    }
                    return word.equals("true");
                })
                .orElse(otherwise);
    }

    Optional<Integer> number(String key, int least, int most) {
        return scalar(key).flatMap(scalar -> {
            try {
                int number = Integer.parseInt(scalar.text());
                if (number >= least && number <= most) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException notANumber) {
                // Told below, together with a number that is out of range.
            }
            diagnostics.error(
                    scalar.place(),
                    "\"" + key + "\" is a number from " + least + " to " + most + ", not \"" + scalar.text() + "\"",
                    "write " + key + ": " + least);
            return Optional.empty();
        });
    }

    /** One of a few words, each standing for something; in lower case. */
    <T> Optional<T> choice(String key, Map<String, T> choices) {
        return scalar(key).flatMap(scalar -> {
            T chosen = choices.get(scalar.text().toLowerCase(Locale.ROOT));
            if (chosen == null) {
                String all = String.join(", ", choices.keySet());
                String hint = Suggestion.hint(scalar.text(), choices.keySet()).orElse("write one of " + all);
                diagnostics.error(scalar.place(), "\"" + scalar.text() + "\" is no " + key, hint);
            }
            return Optional.ofNullable(chosen);
        });
    }

    /** A list; a single value stands for a list of one. */
    List<Value.Scalar> list(String key) {
        Optional<Value> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof Value.Sequence sequence)) {
            return scalar(key, value.get()).map(List::of).orElse(List.of());
        }
        List<Value.Scalar> items = new ArrayList<>();
        for (Value item : sequence.items()) {
            if (item instanceof Value.Scalar scalar && !scalar.isAbsent()) {
                items.add(scalar);
            } else {
                diagnostics.error(
                        item.place(),
                        "\"" + key + "\" holds single values, not " + item.kind(),
                        "write " + key + ": [one, two]");
            }
        }
        return items;
    }

    List<String> texts(String key) {
        return list(key).stream()
                .flatMap(scalar -> Texts.clean(scalar, key, diagnostics).stream())
                .distinct()
                .toList();
    }

    Optional<Fields> group(String key) {
        return value(key).flatMap(value -> {
            if (value instanceof Value.Mapping group) {
                return Optional.of(new Fields(group, diagnostics));
            }
            diagnostics.error(
                    value.place(),
                    "\"" + key + "\" is a group of keys, not " + value.kind(),
                    "write " + key + ": {...}");
            return Optional.empty();
        });
    }

    /** The mapping's keys, for groups whose keys are names and not words of ours. */
    Map<String, Value.Entry> entries() {
        known.addAll(mapping.entries().keySet());
        return mapping.entries();
    }

    /** A group that is passed on as it is: maps, lists and texts. */
    Map<String, Object> custom(String key) {
        return group(key).map(group -> plain(group.mapping)).orElse(Map.of());
    }

    private static Map<String, Object> plain(Value.Mapping mapping) {
        Map<String, Object> map = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> map.put(key, plain(entry.value())));
        return java.util.Collections.unmodifiableMap(map);
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Mapping mapping) {
            return plain(mapping);
        }
        if (value instanceof Value.Sequence sequence) {
            return sequence.items().stream().map(Fields::plain).toList();
        }
        return ((Value.Scalar) value).text();
    }

    <T> Optional<T> parsed(String key, Function<Value.Scalar, Optional<T>> parse) {
        return scalar(key).flatMap(parse);
    }

    /** Says of every key that nobody asked for that it is unknown. Call it last. */
    void rejectUnknown() {
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                String hint = Suggestion.hint(key, known)
                        .orElse(known.contains("custom") ? "keys of your own belong below custom:" : "remove it");
                diagnostics.error(entry.key(), "unknown key \"" + key + "\"", hint);
            }
        });
    }
}
