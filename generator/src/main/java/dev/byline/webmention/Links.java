package dev.byline.webmention;

import dev.byline.remote.PublicWeb;
import dev.byline.remote.WebAddress;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a page of a stranger leads. What it only talks of, in words, in a comment, in a script, does not count.
 *
 * @see <a href="https://www.w3.org/TR/webmention/#webmention-verification">Webmention, 3.2.2: in HTML, JSON and text</a>
 */
final class Links {
    /** Elements that lead somewhere or show something, and the attributes that say where (HTML, 4). */
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "href", Set.of("a", "area", "link"),
            "src", Set.of("img", "audio", "video", "source", "track", "iframe", "embed"),
            "poster", Set.of("video"),
            "data", Set.of("object"),
            "cite", Set.of("blockquote", "q", "ins", "del"));

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(2_000_000)
                            .build())
                    .build())
            .build();

    private Links() {}

    /** Whether a page leads to an address, to just this one. */
    static boolean lead(PublicWeb.Answer.Got page, String target) {
        String wanted = normal(target);
        if (isHtml(page)) {
            return of(Jsoup.parse(page.body(), page.from().toString())).contains(wanted);
        }
        if (page.type().endsWith("json")) {
            return holds(page.body(), wanted);
        }
        return page.type().startsWith("text/") && isWord(page.body(), target);
    }

    /** Whether a page is one that can be shown; one that does not say what it is looks like it, or does not. */
    static boolean isHtml(PublicWeb.Answer.Got page) {
        String type = page.type();
        return type.equals("text/html")
                || type.equals("application/xhtml+xml")
                || (type.isEmpty() && page.body().stripLeading().startsWith("<"));
    }

    /** All addresses that a page leads to; what stands in its templates is not of it. */
    static Set<String> of(Document page) {
        Set<String> links = new LinkedHashSet<>();
        page.forEach(element -> ATTRIBUTES.forEach((attribute, elements) -> {
            if (elements.contains(element.normalName()) && element.hasAttr(attribute) && !isInTemplate(element)) {
                links.add(normal(element.absUrl(attribute)));
            }
        }));
        return links;
    }

    private static boolean isInTemplate(Element element) {
        for (Element around = element.parent(); around != null; around = around.parent()) {
            if (around.nameIs("template")) {
                return true;
            }
        }
        return false;
    }

    /** An address as it is compared: with its host in small letters, and a path. */
    static String normal(String address) {
        Optional<URI> uri = WebAddress.of(address);
        return uri.map(URI::toString).orElse(address.strip());
    }

    private static boolean holds(String json, String wanted) {
        try {
            return holds(JSON.readTree(json), wanted);
        } catch (JacksonException notJson) {
            return false;
        }
    }

    private static boolean holds(JsonNode node, String wanted) {
        if (node.isString()) {
            return normal(node.stringValue()).equals(wanted);
        }
        for (JsonNode inner : node) {
            if (holds(inner, wanted)) {
                return true;
            }
        }
        return false;
    }

    /** In plain text an address ends where a longer one would go on. */
    private static boolean isWord(String text, String target) {
        return Pattern.compile(
                        "(?<![^\\s<>\"'(\\[])" + Pattern.quote(target.strip()) + "(?=[.,;:!?]*(?:[\\s<>\"')\\]]|$))")
                .matcher(text)
                .find();
    }
}
