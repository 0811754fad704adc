package dev.byline.microformats;

import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Reads what properties hold, each in the way of its kind, in the order of the rules.
 *
 * <p>A page of two megabytes can nest five hundred properties, each of which holds nearly all of it: together they are
 * given a size, in characters and in elements, and what comes later is read as empty.
 *
 * @see <a href="https://microformats.org/wiki/microformats2-parsing#parse_an_element_for_properties">properties</a>
 */
final class Values {
    private static final int MAX_CHARACTERS = 16 * 1024 * 1024;

    /** Looking through an element costs as much as so many characters. */
    private static final int ELEMENT = 32;

    private static final Value NOTHING = new Value.Text("");

    private int left = MAX_CHARACTERS;

    /** The text of a property {@code p-}. */
    Value plain(Element element, Vocabulary vocabulary) {
        return isTooMuch(element)
                ? NOTHING
                : text(ValueClass.text(element, vocabulary)
                        .or(() -> attribute(element, "title", "abbr", "link"))
                        .or(() -> attribute(element, "value", "data", "input"))
                        .or(() -> attribute(element, "alt", "img", "area"))
                        .orElseGet(() -> TextContent.of(element)));
    }

    /** The address of a property {@code u-}. */
    Value url(Element element, Vocabulary vocabulary) {
        if (isTooMuch(element)) {
            return NOTHING;
        }
        Optional<String> direct = attribute(element, "href", "a", "area", "link")
                .or(() -> attribute(element, "src", "img", "audio", "video", "source", "iframe"))
                .or(() -> attribute(element, "poster", "video"))
                .or(() -> attribute(element, "data", "object"));
        if (direct.isPresent() && element.nameIs("img") && element.hasAttr("alt") && vocabulary.isModern()) {
            return new Value.Image(whole(direct.get(), element), element.attr("alt"));
        }
        return text(whole(
                direct.or(() -> ValueClass.text(element, vocabulary))
                        .or(() -> attribute(element, "title", "abbr"))
                        .or(() -> attribute(element, "value", "data", "input"))
                        .orElseGet(() -> TextContent.of(element)),
                element));
    }

    /**
     * The date of a property {@code dt-}.
     *
     * @param day the one that was said before, for a time that says none
     */
    Value date(Element element, Vocabulary vocabulary, String day) {
        return isTooMuch(element)
                ? NOTHING
                : text(ValueClass.moment(element, vocabulary)
                        .map(moment -> moment.on(day))
                        .or(() -> attribute(element, "datetime", "time", "ins", "del"))
                        .or(() -> attribute(element, "title", "abbr"))
                        .or(() -> attribute(element, "value", "data", "input"))
                        .orElseGet(() -> TextContent.of(element)));
    }

    /** The HTML of a property {@code e-}. */
    Value embedded(Element element) {
        if (isTooMuch(element)) {
            return new Value.Html("", "");
        }
        return new Value.Html(within(element.html().strip()), within(TextContent.of(element)));
    }

    Value text(String text) {
        return new Value.Text(within(text));
    }

    private boolean isTooMuch(Element element) {
        if (left >= 0) {
            left -= (int) Math.min(MAX_CHARACTERS, ELEMENT * element.stream().count());
        }
        return left < 0;
    }

    private String within(String text) {
        left -= text.length();
        return left < 0 ? "" : text;
    }

    private static String whole(String written, Element element) {
        return Urls.whole(written, element.baseUri());
    }

    private static Optional<String> attribute(Element element, String name, String... elements) {
        return Set.of(elements).contains(element.normalName()) && element.hasAttr(name)
                ? Optional.of(element.attr(name))
                : Optional.empty();
    }
}
