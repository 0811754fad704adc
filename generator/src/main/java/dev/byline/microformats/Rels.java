package dev.byline.microformats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The relations of a page's links.
 *
 * @see <a href="https://microformats.org/wiki/microformats2-parsing#parse_a_hyperlink_element_for_rel_microformats">rels</a>
 */
record Rels(Map<String, List<String>> byRelation, Map<String, Microformats.Link> byAddress) {
    static Rels of(Document page) {
        Map<String, List<String>> byRelation = new LinkedHashMap<>();
        Map<String, Microformats.Link> byAddress = new LinkedHashMap<>();
        for (Element link : page.select("a[rel][href], area[rel][href], link[rel][href]")) {
            List<String> rels = Classes.of(link.attr("rel"));
            String address = Urls.of(link, "href");
            for (String rel : rels) {
                List<String> addresses = byRelation.computeIfAbsent(rel, first -> new ArrayList<>());
                if (!addresses.contains(address)) {
                    addresses.add(address);
                }
            }
            if (!rels.isEmpty()) {
                byAddress.merge(address, link(link, rels), Rels::both);
            }
        }
        return new Rels(byRelation, byAddress);
    }

    private static Microformats.Link link(Element element, List<String> rels) {
        return new Microformats.Link(
                List.copyOf(new TreeSet<>(rels)),
                element.wholeText(),
                attribute(element, "media"),
                attribute(element, "hreflang"),
                attribute(element, "type"),
                attribute(element, "title"));
    }

    private static Optional<String> attribute(Element element, String name) {
        return element.hasAttr(name) ? Optional.of(element.attr(name)) : Optional.empty();
    }

    /** What was said first holds; what is new is added. */
    private static Microformats.Link both(Microformats.Link first, Microformats.Link then) {
        TreeSet<String> rels = new TreeSet<>(first.rels());
        rels.addAll(then.rels());
        return new Microformats.Link(
                List.copyOf(rels),
                first.text().isEmpty() ? then.text() : first.text(),
                first.media().or(then::media),
                first.hreflang().or(then::hreflang),
                first.type().or(then::type),
                first.title().or(then::title));
    }
}
