package dev.byline.microformats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A word that makes an element a property: {@code dt-start} is the property {@code start}, a date. */
record Property(Kind kind, String name) {
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9]+-)?[a-z]+(?:-[a-z]+)*");

    /** How a property's value is read. */
    enum Kind {
        PLAIN("p"),
        URL("u"),
        DATE("dt"),
        EMBEDDED("e");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        private static Optional<Kind> of(String prefix) {
            for (Kind kind : values()) {
                if (kind.prefix.equals(prefix)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** The properties that words name, by kind, as the rules read them. */
    static List<Property> of(List<String> words) {
        List<Property> properties = new ArrayList<>();
        for (String word : words) {
            int dash = word.indexOf('-');
            if (dash > 0 && dash <= 2) {
                Kind.of(word.substring(0, dash))
                        .filter(kind -> NAME.matcher(word.substring(dash + 1)).matches())
                        .ifPresent(kind -> properties.add(new Property(kind, word.substring(dash + 1))));
            }
        }
        properties.sort(Comparator.comparing(Property::kind));
        return properties;
    }

    /** The types of items that words name. */
    static List<String> types(List<String> words) {
        return words.stream()
                .filter(word ->
                        word.startsWith("h-") && NAME.matcher(word.substring(2)).matches())
                .distinct()
                .sorted()
                .toList();
    }
}
