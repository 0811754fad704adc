package dev.byline.network;

import java.nio.charset.StandardCharsets;

/** What a network takes for one: in lengths, and in the offsets of what it lays over a text. */
public enum Unit {
    /** What a person takes for one character, see {@link Graphemes}. */
    GRAPHEMES("graphemes"),
    /** Unicode code points. */
    CODE_POINTS("code points"),
    /** Units of UTF-16, as Java and JavaScript count: two for an emoji. */
    UTF_16("UTF-16 units"),
    /** Bytes of UTF-8. */
    UTF_8("bytes of UTF-8"),
    /** A reckoning of the network's own; as a measure of places, UTF-16. */
    WEIGHTED("weighted");

    private final String words;

    Unit(String words) {
        this.words = words;
    }

    /** As it is said in a sentence: {@code bytes of UTF-8}. */
    public String words() {
        return words;
    }

    /** How many of these a text has. */
    public int count(String text) {
        return switch (this) {
            case GRAPHEMES -> Graphemes.count(text);
            case CODE_POINTS -> text.codePointCount(0, text.length());
            case UTF_16, WEIGHTED -> text.length();
            case UTF_8 -> text.getBytes(StandardCharsets.UTF_8).length;
        };
    }
}
