package dev.byline.microformats;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * What an item has without saying it: {@code <a class="h-card" href="/">Noor</a>} has a name and an address.
 *
 * @see <a href="https://microformats.org/wiki/microformats2-parsing#parsing_for_implied_properties">implied properties</a>
 */
final class Implied {
    private Implied() {}

    static String name(Element root) {
        return attribute(root, "alt", "img", "area")
                .or(() -> attribute(root, "title", "abbr"))
                .or(() -> onlyChild(root).flatMap(Implied::words))
                .or(() -> onlyChild(root).flatMap(Implied::onlyChild).flatMap(Implied::words))
                .orElseGet(() -> TextContent.withoutAddresses(root))
                .strip();
    }

    private static Optional<String> words(Element child) {
        return attribute(child, "alt", "img", "area")
                .or(() -> attribute(child, "title", "abbr"))
                .filter(words -> !words.isEmpty());
    }

    static Optional<Value> photo(Element root) {
        return image(root)
                .or(() -> onlyOfType(root, "src", "img").flatMap(Implied::image))
                .or(() -> onlyOfType(root, "data", "object").flatMap(Implied::image))
                .or(() -> onlyChild(root)
                        .flatMap(child -> onlyOfType(child, "src", "img").or(() -> onlyOfType(child, "data", "object")))
                        .flatMap(Implied::image));
    }

    private static Optional<Value> image(Element element) {
        Optional<String> source = attribute(element, "src", "img").or(() -> attribute(element, "data", "object"));
        return source.map(written -> {
            String whole = Urls.whole(written, element.baseUri());
            return element.nameIs("img") && element.hasAttr("alt")
                    ? new Value.Image(whole, element.attr("alt"))
                    : new Value.Text(whole);
        });
    }

    static Optional<Value> url(Element root) {
        return address(root)
                .or(() -> onlyOfType(root, "href", "a").flatMap(Implied::address))
                .or(() -> onlyOfType(root, "href", "area").flatMap(Implied::address))
                .or(() -> onlyChild(root)
                        .flatMap(child -> onlyOfType(child, "href", "a").or(() -> onlyOfType(child, "href", "area")))
                        .flatMap(Implied::address));
    }

    private static Optional<Value> address(Element element) {
        return attribute(element, "href", "a", "area")
                .map(written -> new Value.Text(Urls.whole(written, element.baseUri())));
    }

    /** The only element in another, if it is no item itself. */
    private static Optional<Element> onlyChild(Element element) {
        Elements children = element.children();
        return children.size() == 1 ? Optional.of(children.get(0)).filter(Implied::isNoItem) : Optional.empty();
    }

    /** The only element of its name in another, if it is no item itself. */
    private static Optional<Element> onlyOfType(Element element, String attribute, String name) {
        List<Element> named =
                element.children().stream().filter(child -> child.nameIs(name)).toList();
        return named.size() == 1 && named.get(0).hasAttr(attribute)
                ? Optional.of(named.get(0)).filter(Implied::isNoItem)
                : Optional.empty();
    }

    private static boolean isNoItem(Element element) {
        return Property.types(Classes.of(element)).isEmpty();
    }

    private static Optional<String> attribute(Element element, String name, String... elements) {
        return List.of(elements).contains(element.normalName()) && element.hasAttr(name)
                ? Optional.of(element.attr(name))
                : Optional.empty();
    }
}
