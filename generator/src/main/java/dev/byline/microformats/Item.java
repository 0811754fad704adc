package dev.byline.microformats;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that a page tells of: {@code <p class="h-entry"><b class="p-name">A title</b></p>} is an item of the type
 * {@code h-entry} with the property {@code name}.
 *
 * @param types sorted, at least one
 * @param id of its element
 * @param language of its element, as the page has it
 * @param properties in the order of the page
 * @param children items inside it that are no properties
 */
public record Item(
        List<String> types,
        Optional<String> id,
        Optional<String> language,
        Map<String, List<Value>> properties,
        List<Item> children) {
    public Item {
        types = List.copyOf(types);
        Map<String, List<Value>> copy = new LinkedHashMap<>();
        properties.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        properties = Collections.unmodifiableMap(copy);
        children = List.copyOf(children);
    }

    public boolean is(String type) {
        return types.contains(type);
    }

    /** All values of a property; none where the item does not have it. */
    public List<Value> all(String property) {
        return properties.getOrDefault(property, List.of());
    }

    /** The first value of a property. */
    public Optional<Value> first(String property) {
        return all(property).stream().findFirst();
    }

    /** The first value of a property as text, if it is not blank. */
    public Optional<String> text(String property) {
        return first(property).map(Value::text).map(String::strip).filter(text -> !text.isEmpty());
    }
}
