package dev.byline.source;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** TOML 1.0 as data. Each value has the place of its key. */
final class Toml implements DataLanguage {
    @Override
    public Optional<Value.Mapping> read(String text, Place start, Diagnostics diagnostics) {
        Optional<Place> tooDeep = Nesting.beyond(MAX_DEPTH, text, start);
        if (tooDeep.isPresent()) {
            diagnostics.error(tooDeep.get(), "values nested more than " + MAX_DEPTH + " deep", "flatten them");
            return Optional.empty();
        }
        TomlParseResult result = org.tomlj.Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError first = result.errors().get(0);
            String problem = first.getMessage().strip().replaceAll("\\s+", " ");
            diagnostics.error(
                    place(start, first.position()),
                    "TOML that cannot be read: " + problem,
                    "texts and dates are written as key = \"text\" and key = 2026-03-14");
            return Optional.empty();
        }
        Value.Mapping mapping = mapping(result, start, start);
        if (mapping.size() > MAX_VALUES) {
            diagnostics.error(start, "more than " + MAX_VALUES + " values", "write less");
            return Optional.empty();
        }
        return Optional.of(mapping);
    }

    private static Place place(Place start, TomlPosition position) {
        int column = position.line() == 1 ? start.column() + position.column() - 1 : position.column();
        return start.at(start.line() + position.line() - 1, column);
    }

    private static Value.Mapping mapping(TomlTable table, Place start, Place where) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (String key : table.keySet()) {
            TomlPosition position = table.inputPositionOf(List.of(key));
            Place place = position == null ? where : place(start, position);
            entries.put(key, new Value.Entry(place, value(table.get(List.of(key)), start, place)));
        }
        return new Value.Mapping(inFileOrder(entries), where);
    }

    /** The library hands keys out in no promised order; the file's order is the writer's. */
    private static Map<String, Value.Entry> inFileOrder(Map<String, Value.Entry> entries) {
        Map<String, Value.Entry> sorted = new LinkedHashMap<>();
        entries.entrySet().stream()
                .sorted(Map.Entry.<String, Value.Entry>comparingByValue(
                                java.util.Comparator.comparing(Value.Entry::key))
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static Value value(Object value, Place start, Place place) {
        if (value instanceof TomlTable table) {
            return mapping(table, start, place);
        }
        if (value instanceof TomlArray array) {
            List<Value> items = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                items.add(value(array.get(i), start, place(start, array.inputPositionOf(i))));
            }
            return new Value.Sequence(items, place);
        }
        return new Value.Scalar(String.valueOf(value), !(value instanceof String), place);
    }
}
