package dev.byline.microformats;

import dev.byline.microformats.Vocabulary.Root;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Walks through a page and reads its items, and the items in them. */
final class ItemReader {
    private static final Pattern DAY = Pattern.compile("\\d{4}-(?:\\d{2}-\\d{2}|\\d{3})(?!\\d)");

    private final Values values;

    ItemReader(Values values) {
        this.values = values;
    }

    /** The items in an element that lie in no other. */
    List<Item> items(Element element) {
        List<Item> items = new ArrayList<>();
        collect(element, Optional.empty(), items);
        return items;
    }

    private void collect(Element element, Optional<String> around, List<Item> items) {
        Optional<String> language = language(element, around);
        Root root = Vocabulary.MODERN.root(element);
        if (root.types().isEmpty()) {
            element.children().forEach(child -> collect(child, language, items));
        } else {
            items.add(new Reading(element, root, language).item());
        }
    }

    private static Optional<String> language(Element element, Optional<String> around) {
        return element.hasAttr("lang") ? Optional.of(element.attr("lang")) : around;
    }

    /** One item. */
    private final class Reading {
        private final Element element;
        private final Root root;
        private final Optional<String> language;
        private final Map<String, List<Value>> properties = new LinkedHashMap<>();
        private final List<Item> children = new ArrayList<>();
        private boolean hasWords;
        private boolean hasUrls;
        private boolean hasItems;
        private String day = "";
        private Optional<Value> name = Optional.empty();
        private Optional<Value> url = Optional.empty();

        Reading(Element element, Root root, Optional<String> language) {
            this.element = element;
            this.root = root;
            this.language = language;
        }

        Item item() {
            element.children().forEach(child -> read(child, language));
            if (root.inside().isModern()) {
                imply();
            }
            return new Item(
                    root.types(),
                    Optional.of(element.id()).filter(id -> !id.isEmpty()),
                    language,
                    properties,
                    children);
        }

        private void read(Element child, Optional<String> around) {
            Optional<String> own = language(child, around);
            List<Property> marks = root.inside().properties(child);
            Root item = root.inside().root(child);
            if (item.types().isEmpty()) {
                marks.forEach(property -> add(property, value(property, child, root.inside())));
                child.children().forEach(inner -> read(inner, own));
                return;
            }
            hasItems = true;
            Reading nested = new Reading(child, item, own);
            Item read = nested.item();
            marks.forEach(property -> add(
                    property, new Value.Nested(read, nested.standIn(property, value(property, child, item.inside())))));
            if (marks.isEmpty()) {
                children.add(read);
            }
        }

        /**
         * What a property holds.
         *
         * @param inside the words that mark the properties in it
         */
        private Value value(Property property, Element child, Vocabulary inside) {
            return switch (property.kind()) {
                case PLAIN -> values.plain(child, inside);
                case URL -> values.url(child, inside);
                case DATE -> values.date(child, inside, day);
                case EMBEDDED -> values.embedded(child);
            };
        }

        /** What stands for this item where a text or an address is wanted. */
        private Value standIn(Property property, Value otherwise) {
            return switch (property.kind()) {
                case PLAIN -> name.orElse(otherwise);
                // An address that was written as something else stands for none, and neither does the text around it.
                case URL ->
                    url.orElse(properties.containsKey("url") ? values.text(TextContent.of(element)) : otherwise);
                case DATE, EMBEDDED -> otherwise;
            };
        }

        private void add(Property property, Value value) {
            properties
                    .computeIfAbsent(property.name(), first -> new ArrayList<>())
                    .add(value);
            Value bare = value instanceof Value.Nested nested ? nested.value() : value;
            switch (property.kind()) {
                case PLAIN -> {
                    hasWords = true;
                    name = name.or(() ->
                            Optional.of(bare).filter(any -> property.name().equals("name")));
                }
                case EMBEDDED -> hasWords = true;
                case URL -> {
                    hasUrls = true;
                    url = url.or(() ->
                            Optional.of(bare).filter(any -> property.name().equals("url")));
                }
                case DATE -> {
                    Matcher said = DAY.matcher(value.text());
                    day = said.lookingAt() ? said.group() : day;
                }
            }
        }

        private void imply() {
            boolean isBare = !hasUrls && !hasItems;
            if (!hasWords && !hasItems && !properties.containsKey("name")) {
                name = Optional.of(values.text(Implied.name(element)));
                properties.put("name", List.of(name.get()));
            }
            if (isBare && !properties.containsKey("photo")) {
                Implied.photo(element).ifPresent(photo -> properties.put("photo", List.of(photo)));
            }
            if (isBare && !properties.containsKey("url")) {
                url = Implied.url(element);
                url.ifPresent(address -> properties.put("url", List.of(address)));
            }
        }
    }
}
