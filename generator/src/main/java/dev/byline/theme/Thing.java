package dev.byline.theme;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A thing in the words of schema.org, written as JSON-LD. What is empty is left out. */
final class Thing {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Object> data = new LinkedHashMap<>();

    private Thing(String type) {
        data.put("@type", type);
    }

    static Thing of(String type) {
        return new Thing(type);
    }

    /** Adds a property: a text, a number, a thing, or a list of these. */
    Thing with(String property, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> with(property, present));
        } else if (value instanceof Thing thing) {
            data.put(property, thing.data);
        } else if (value instanceof Collection<?> list) {
            if (!list.isEmpty()) {
                data.put(
                        property,
                        list.stream()
                                .map(one -> one instanceof Thing thing ? thing.data : one)
                                .toList());
            }
        } else if (!value.equals("")) {
            data.put(property, value);
        }
        return this;
    }

    /** JSON that can stand in a script element: nothing in it ends the element, or a line of a script. */
    String json() {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("@context", "https://schema.org");
        whole.putAll(data);
        return JSON.writeValueAsString(whole)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
