package dev.byline.microformats;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The words that mark properties inside an item: those with prefixes inside one whose type has a prefix, the classic ones
 * inside a classic one. They are never mixed within one item.
 *
 * @param classic the types of a classic item; none for words with prefixes
 */
record Vocabulary(List<String> classic) {
    static final Vocabulary MODERN = new Vocabulary(List.of());

    /** An element that is an item, and how its inside is read. */
    record Root(List<String> types, Vocabulary inside) {}

    boolean isModern() {
        return classic.isEmpty();
    }

    /** The properties that an element is. */
    List<Property> properties(Element element) {
        return isModern() ? Property.of(Classes.of(element)) : Classic.properties(classic, element);
    }

    /** The item that an element is; without types where it is none. */
    Root root(Element element) {
        List<String> words = Classes.of(element);
        List<String> modern = Property.types(words);
        if (!modern.isEmpty()) {
            return new Root(modern, MODERN);
        }
        List<String> types = Classic.types(words, classic);
        return new Root(types, new Vocabulary(types));
    }

    /** Whether an element is a property or an item. */
    boolean isMarked(Element element) {
        return !properties(element).isEmpty() || !root(element).types().isEmpty();
    }
}
