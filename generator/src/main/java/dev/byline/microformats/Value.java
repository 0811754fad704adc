package dev.byline.microformats;

/** What a property holds. All of it is as the page has it: hostile until made safe. */
public sealed interface Value {
    /** It as plain text: of an item, what stands for it. */
    String text();

    /** Plain text, an address, or a date. */
    record Text(String text) implements Value {}

    /** An image, and the words for those who do not see it. */
    record Image(String text, String alt) implements Value {}

    /** HTML, whose addresses are whole, and its text. */
    record Html(String html, String text) implements Value {}

    /**
     * Another item.
     *
     * @param value what the property would hold if there were no item; for one of the kind {@code p-} the item's name, for
     *     {@code u-} its address
     */
    record Nested(Item item, Value value) implements Value {
        @Override
        public String text() {
            return value.text();
        }
    }
}
