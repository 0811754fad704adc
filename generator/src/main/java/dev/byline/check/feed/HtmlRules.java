package dev.byline.check.feed;

import static dev.byline.check.feed.FeedRule.must;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What every format asks of the HTML in a feed, which is shown on pages and in programs that are not the blog's. */
final class HtmlRules {
    private static final String UNFIT =
            "script, style, form, iframe, frame, object, embed, meta, link, base, input, button, select, textarea";

    private static final List<String> ADDRESSES = List.of("href", "src", "poster", "cite");

    private HtmlRules() {}

    /**
     * The rules for one format.
     *
     * @param texts the HTML of each entry
     */
    static <D> List<FeedRule<D>> of(Function<D, Stream<String>> texts) {
        return List.of(
                must(
                        "html-relative",
                        "an address in a text is a full one",
                        feed -> elements(texts.apply(feed)).flatMap(HtmlRules::relative)),
                must(
                        "html-unfit",
                        "a text has no scripts, styles, forms or frames",
                        feed -> elements(texts.apply(feed))
                                .filter(element -> element.is(UNFIT))
                                .map(element -> "<" + element.tagName() + ">")),
                must(
                        "html-handler",
                        "no attribute in a text runs a script",
                        feed -> elements(texts.apply(feed)).flatMap(HtmlRules::handlers)));
    }

    private static Stream<Element> elements(Stream<String> texts) {
        return texts.flatMap(html -> Jsoup.parseBodyFragment(html).getAllElements().stream());
    }

    private static Stream<String> relative(Element element) {
        return ADDRESSES.stream()
                .filter(element::hasAttr)
                .map(element::attr)
                .filter(address -> !address.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*"));
    }

    private static Stream<String> handlers(Element element) {
        return element.attributes().asList().stream()
                .filter(attribute -> attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on")
                        || attribute.getValue().strip().toLowerCase(Locale.ROOT).startsWith("javascript:"))
                .map(attribute -> "<" + element.tagName() + " " + attribute.getKey() + ">");
    }
}
