package dev.byline.content;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** Makes a text fit for feeds and letters: addresses in full, and nothing that a program would refuse or run. */
public final class Standalone {
    /** What reader programs drop or warn of (the W3C feed validator calls it "should not contain"). */
    private static final String UNFIT =
            "script, style, form, iframe, object, embed, button, input, select, textarea, link, meta, base, noscript";

    private static final List<String> ADDRESSES = List.of("href", "src", "poster", "cite");

    private Standalone() {}

    /**
     * Cleans a text.
     *
     * @param html with full addresses, but for fragments
     * @param page the address of the page that it stands on, for fragments
     */
    public static String html(String html, String page) {
        Document document = Jsoup.parseBodyFragment(html, page);
        document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        document.select(UNFIT).remove();
        document.select("picture").forEach(Standalone::toOneImage);
        // No reader program shows MathML, and the feed validator does not know it: the TeX says it in their stead.
        document.select("math").forEach(math -> math.replaceWith(new Element("code").text(math.attr("alttext"))));
        for (Element element : document.body().getAllElements()) {
            for (Attribute attribute : element.attributes().asList()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                if (name.startsWith("on")
                        || name.startsWith("data-")
                        || List.of("style", "class", "role").contains(name)) {
                    element.removeAttr(attribute.getKey());
                } else if (ADDRESSES.contains(name)) {
                    String full = element.absUrl(name);
                    if (!full.isEmpty()) {
                        element.attr(name, full);
                    }
                }
            }
            if (!element.id().isEmpty() && !isFootnote(element.id())) {
                element.removeAttr("id");
            }
            if (element.hasAttr("srcset")) {
                element.removeAttr("srcset");
            }
        }
        return document.body().html();
    }

    /** Reader and mail programs choose badly among sizes: they get the largest that is smaller than the original. */
    private static void toOneImage(Element picture) {
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
    }

    private static boolean isFootnote(String id) {
        return id.startsWith("fn");
    }
}
