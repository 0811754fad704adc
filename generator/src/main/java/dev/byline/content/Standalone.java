package dev.byline.content;

import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;

/**
 * Makes a text fit for feeds and letters: addresses in full, and nothing that a program would refuse or run.
 *
 * <p>Every piece passes here, so that one walk does all of it. What it is given may be anything that a writer can type;
 * jsoup nests it no deeper than browsers do.
 */
public final class Standalone {
    /** What reader programs drop or warn of (the W3C feed validator calls it "should not contain"). */
    private static final Set<String> UNFIT = Set.of(
            "script",
            "style",
            "form",
            "iframe",
            "object",
            "embed",
            "button",
            "input",
            "select",
            "textarea",
            "link",
            "meta",
            "base",
            "noscript");

    /** Attributes for our own style sheets and scripts. */
    private static final Set<String> OURS = Set.of("style", "class", "role", "srcset");

    private static final Set<String> ADDRESSES = Set.of("href", "src", "poster", "cite");

    /** An address that is full already, and that nothing would be mended in: to resolve one takes longer than all else. */
    private static final Pattern FULL = Pattern.compile("https?://[a-z0-9.-]+(?:[/?#][^\\s\\p{Cntrl}\\\\]*)?");

    private final String page;
    private final boolean pageIsFull;

    private Standalone(String page) {
        this.page = page;
        this.pageIsFull = isFull(page) && page.endsWith("/");
    }

    /**
     * Cleans a text.
     *
     * @param html with full addresses, but for fragments
     * @param page the address of the page that it stands on, for fragments
     */
    public static String html(String html, String page) {
        Document document = Jsoup.parseBodyFragment(html, page);
        document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        new Standalone(page).cleanInside(document.body());
        return document.body().html();
    }

    private void cleanInside(Element parent) {
        for (Node node = parent.firstChild(), next; node != null; node = next) {
            next = node.nextSibling();
            if (node instanceof Element element) {
                clean(element);
            }
        }
    }

    private void clean(Element element) {
        String name = element.normalName();
        if (UNFIT.contains(name)) {
            element.remove();
        } else if (name.equals("picture")) {
            toOneImage(element);
        } else if (name.equals("math")) {
            // No reader program shows MathML, and the feed validator does not know it: the TeX says it in its stead.
            element.replaceWith(new Element("code").text(element.attr("alttext")));
        } else {
            cleanAttributes(element);
            cleanInside(element);
        }
    }

    private void cleanAttributes(Element element) {
        if (element.attributesSize() == 0) {
            return;
        }
        for (Iterator<Attribute> attributes = element.attributes().iterator(); attributes.hasNext(); ) {
            Attribute attribute = attributes.next();
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("on")
                    || name.startsWith("data-")
                    || OURS.contains(name)
                    || (name.equals("id") && !isKept(attribute.getValue()))) {
                attributes.remove();
            } else if (ADDRESSES.contains(name)) {
                resolve(element, attribute);
            }
        }
    }

    private void resolve(Element element, Attribute attribute) {
        String address = attribute.getValue();
        if (isFull(address)) {
            return;
        }
        String full = pageIsFull && address.startsWith("#") && isFull(page + address)
                ? page + address
                : element.absUrl(attribute.getKey());
        if (!full.isEmpty()) {
            attribute.setValue(full);
        }
    }

    private static boolean isFull(String address) {
        return !address.contains("/.") && FULL.matcher(address).matches();
    }

    /** Reader and mail programs choose badly among sizes: they get the largest that is smaller than the original. */
    private void toOneImage(Element picture) {
        for (Element inside : picture.getAllElements()) {
            if (UNFIT.contains(inside.normalName())) {
                inside.remove();
            }
        }
        Element image = picture.selectFirst("img");
        if (image == null) {
            picture.remove();
            return;
        }
        for (Element source : picture.select("source[type=image/jpeg]")) {
            String[] sizes = source.attr("srcset").split("\\s*,\\s*");
            image.attr("src", sizes[sizes.length - 1].strip().replaceFirst("\\s.*", ""));
            image.removeAttr("width").removeAttr("height");
        }
        image.removeAttr("loading").removeAttr("decoding");
        picture.replaceWith(image);
        cleanAttributes(image);
    }

    /** Footnotes lead to their notes and back. */
    private static boolean isKept(String id) {
        return id.isEmpty() || id.startsWith("fn");
    }
}
