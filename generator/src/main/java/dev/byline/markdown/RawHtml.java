package dev.byline.markdown;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.page.Links;
import dev.byline.page.Target;
import dev.byline.site.Html;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A text in which colleagues wrote HTML: balanced, with every address treated as if it stood in Markdown.
 *
 * @param html with addresses as in {@link Html}
 * @param ids the anchors in it
 */
record RawHtml(String html, Set<String> ids, List<Written.Reference> references, List<Target.Attached> attachments) {
    private static final Set<String> ADDRESSES =
            Set.of("href", "src", "poster", "action", "formaction", "data", "cite", "background", "xlink:href");

    /** Stands for {@link Html#ROOT} while jsoup has the text: NUL would not survive it, a word that nobody wrote does. */
    private static final String STAND_IN = "byline.root.invalid/";

    static RawHtml check(
            String rendered, Place file, boolean traced, Links links, boolean affiliate, Diagnostics diagnostics) {
        String clean = rendered.replace(STAND_IN, "");
        Document document = Jsoup.parseBodyFragment(clean.replace(Html.ROOT, STAND_IN));
        document.outputSettings().prettyPrint(false);
        List<Written.Reference> references = new ArrayList<>();
        List<Target.Attached> attachments = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Element element : document.body().getAllElements()) {
            if (element.hasAttr("id")) {
                ids.add(element.id());
            }
            Place place = Trace.placeOf(element, file);
            if (!traced) {
                element.removeAttr(Trace.ATTRIBUTE);
            }
            for (Attribute attribute : element.attributes().asList()) {
                boolean address = ADDRESSES.contains(attribute.getKey());
                if (!address || attribute.getValue().startsWith(STAND_IN)) {
                    continue;
                }
                Target target = links.find(file.file(), attribute.getValue());
                if (target instanceof Target.Broken broken) {
                    diagnostics.error(place, "<" + element.tagName() + ">: " + broken.reason(), broken.hint());
                    element.removeAttr(attribute.getKey());
                } else if (target instanceof Target.Hidden hidden) {
                    diagnostics.warning(place, hidden.reason(), "the link is left out until it is out");
                    element.removeAttr(attribute.getKey());
                } else {
                    element.attr(attribute.getKey(), Addresses.address(target).replace(Html.ROOT, STAND_IN));
                    if (target instanceof Target.Attached attached) {
                        attachments.add(attached);
                    } else if (target instanceof Target.External) {
                        if (affiliate && element.nameIs("a") && Addresses.isWeb(element.attr("href"))) {
                            sponsor(element);
                        }
                    } else {
                        references.add(new Written.Reference(place, target));
                    }
                }
            }
        }
        return new RawHtml(document.body().html().replace(STAND_IN, Html.ROOT), ids, references, attachments);
    }

    private static void sponsor(Element link) {
        Set<String> rel = new LinkedHashSet<>(List.of(link.attr("rel").strip().split("\\s+")));
        rel.remove("");
        rel.add("sponsored");
        link.attr("rel", String.join(" ", rel));
    }
}
