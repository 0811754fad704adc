package dev.byline.microformats;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The words of a {@code class} or {@code rel}. */
final class Classes {
    /** White space of HTML is that of ASCII: a word may hold any other. */
    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\f\\r]+");

    private Classes() {}

    static List<String> of(Element element) {
        return of(element.attr("class"));
    }

    static List<String> of(String words) {
        return words.isEmpty()
                ? List.of()
                : Arrays.stream(SPACE.split(words))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }
}
