package dev.byline.check;

import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** What would ask other hosts, what the page's own policy forbids, and what browsers no longer know. */
final class Safety implements Rule {
    private static final String LOADS =
            "img, script, iframe, frame, embed, object, audio, video, source, track, input[type=image], link[rel=stylesheet], link[rel=icon]";

    private static final List<String> OBSOLETE = List.of(
            "acronym",
            "applet",
            "basefont",
            "big",
            "center",
            "dir",
            "font",
            "frame",
            "frameset",
            "nobr",
            "noframes",
            "strike",
            "tt",
            "xmp");

    private static final List<String> OLD_ATTRIBUTES = List.of("align", "bgcolor", "valign", "cellpadding", "hspace");

    private final URI site;

    Safety(URI site) {
        this.site = site;
    }

    @Override
    public void check(PageUnderCheck page) {
        for (Element element : page.html().select(LOADS)) {
            for (String attribute : List.of("src", "data", "href", "poster")) {
                loaded(page, element, element.attr(attribute));
            }
            for (String candidate : element.attr("srcset").split(",")) {
                loaded(page, element, candidate.strip().replaceFirst("\\s.*", ""));
            }
        }
        for (Element form : page.html().select("form[action^=http:]")) {
            page.error("mixed-content", form, "a form that sends what is typed in the open", "send it to https:");
        }
        for (Element link : page.html().select(".prose a[href^=http:]")) {
            page.warning("http-link", link, "a link without encryption: " + link.attr("href"), "try https:");
        }
        inline(page);
        obsolete(page);
    }

    private void loaded(PageUnderCheck page, Element element, String address) {
        String lower = address.toLowerCase(java.util.Locale.ROOT);
        boolean elsewhere = lower.startsWith("http:") || lower.startsWith("https:") || lower.startsWith("//");
        if (!elsewhere || lower.startsWith(site.toString())) {
            return;
        }
        if (lower.startsWith("http:")) {
            page.error(
                    "mixed-content",
                    element,
                    "<" + element.tagName() + "> is loaded in the open: " + address,
                    "put the file into the site");
        } else {
            page.error(
                    "third-party",
                    element,
                    "<" + element.tagName() + "> makes readers' browsers ask another host: " + address,
                    element.tagName().matches("iframe|embed|object")
                            ? "write the address alone on a line: it becomes a card that links there"
                            : "put the file into the site");
        }
    }

    private static void inline(PageUnderCheck page) {
        for (Element script : page.html().select("script:not([src])")) {
            if (!script.attr("type").matches("application/(ld\\+)?json")) {
                page.error(
                        "inline-script",
                        script,
                        "a script inside the page, which its policy forbids",
                        "put it into static/ and write <script src=...>");
            }
        }
        for (Element style : page.html().select("style, [style]")) {
            page.error(
                    "inline-style",
                    style,
                    "a style inside the page, which its policy forbids",
                    "put it into templates/css/site.css and write class=...");
        }
        for (Element element : page.html().getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().startsWith("on")) {
                    page.error(
                            "inline-script",
                            element,
                            attribute.getKey() + " runs a script inside the page, which its policy forbids",
                            "remove it");
                }
            }
        }
    }

    private static void obsolete(PageUnderCheck page) {
        for (Element element : page.html().select(String.join(", ", OBSOLETE))) {
            page.warning(
                    "obsolete",
                    element,
                    "<" + element.tagName() + "> is obsolete",
                    "use Markdown, or CSS with a class");
        }
        for (String attribute : OLD_ATTRIBUTES) {
            for (Element element : page.html().select(".prose [" + attribute + "]")) {
                boolean ofMarkdown =
                        attribute.equals("align") && element.tagName().matches("t[hd]");
                if (!ofMarkdown) {
                    page.warning("obsolete", element, attribute + "= is obsolete", "use CSS with a class");
                }
            }
        }
    }
}
