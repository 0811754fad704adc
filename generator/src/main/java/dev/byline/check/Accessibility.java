package dev.byline.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What people need who do not see, hear or point.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/">WCAG 2.2</a>
 */
final class Accessibility implements Rule {
    private static final int LONGEST_ALT = 250;

    /** What tells nobody where it leads, by language; those of English hold everywhere. */
    private static final Map<String, Set<String>> VAGUE = Map.of(
            "en", Set.of("here", "click here", "click", "link", "this", "this link", "more", "read more", "this page"),
            "it", Set.of("qui", "clicca qui", "link", "leggi", "leggi tutto", "altro"),
            "de", Set.of("hier", "hier klicken", "klicken sie hier", "link", "mehr", "weiterlesen"),
            "fr", Set.of("ici", "cliquez ici", "lien", "plus", "en savoir plus"),
            "es", Set.of("aquí", "haz clic aquí", "enlace", "más", "leer más"),
            "ar", Set.of("هنا", "اضغط هنا", "المزيد", "رابط"));

    @Override
    public void check(PageUnderCheck page) {
        images(page);
        links(page);
        headings(page);
        ids(page);
        tables(page);
        fields(page);
        media(page);
        for (Element element : page.html().select("[tabindex]")) {
            if (element.attr("tabindex").matches("[1-9]\\d*")) {
                page.warning(
                        "tabindex",
                        element,
                        "tabindex=\"" + element.attr("tabindex") + "\" breaks the reading order",
                        "use tabindex=\"0\", or leave it out");
            }
        }
        for (Element element : page.html().select("[lang]")) {
            if (!isLanguage(element.attr("lang"))) {
                page.error(
                        "lang",
                        element,
                        "lang=\"" + element.attr("lang") + "\" is no language tag",
                        "write a tag such as en, it or pt-BR");
            }
        }
    }

    private static boolean isLanguage(String tag) {
        try {
            String language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
            return language.length() == 3 || List.of(Locale.getISOLanguages()).contains(language);
        } catch (java.util.IllformedLocaleException wrong) {
            return false;
        }
    }

    private static void images(PageUnderCheck page) {
        for (Element image : page.html().select("img")) {
            String alt = image.attr("alt");
            String file = image.attr("src").replaceFirst("^.*/", "");
            if (!image.hasAttr("alt")) {
                page.error(
                        "alt", image, "an image without alt", "say what it shows, or write alt=\"\" if it only adorns");
            } else if (alt.isBlank() && isAlone(image)) {
                page.error("alt", image, "a link that is only an image without words", "let alt say where it leads");
            } else if (!alt.isBlank()
                    && (alt.equals(file) || alt.matches("(?i)\\S+\\.(png|jpe?g|gif|svg|webp|avif)"))) {
                page.warning(
                        "alt-file", image, "an alt that is a file's name: \"" + alt + "\"", "say what the image shows");
            } else if (alt.matches("(?i)(image|picture|photo|foto|bild|graphic|immagine|imagen)")) {
                page.warning(
                        "alt-vague", image, "an alt that says nothing: \"" + alt + "\"", "say what the image shows");
            } else if (alt.length() > LONGEST_ALT) {
                page.warning(
                        "alt-long",
                        image,
                        "an alt of " + alt.length() + " characters",
                        "keep it below " + LONGEST_ALT + " and tell the rest in the text");
            }
        }
    }

    /** Whether an image is all that its link has. */
    private static boolean isAlone(Element image) {
        Element link = image.closest("a");
        return link != null
                && !link.attr("aria-hidden").equals("true")
                && link.text().isBlank()
                && !link.hasAttr("aria-label")
                && link.select("img[alt]:not([alt=''])").isEmpty();
    }

    private static void links(PageUnderCheck page) {
        String language = page.html().select("html").attr("lang").replaceFirst("-.*", "");
        for (Element link : page.html().select("a")) {
            String text = (link.text() + link.select("img").eachAttr("alt"))
                    .replaceAll("[\\[\\],]", "")
                    .strip();
            String label = link.hasAttr("aria-label") ? link.attr("aria-label") : text;
            String bare = label.toLowerCase(Locale.ROOT).replaceAll("[.!…»>→\\s]+$", "");
            if (!link.hasAttr("href") && !link.hasAttr("id") && !link.hasAttr("name")) {
                page.warning("link-nowhere", link, "a link without an address", "add href, or leave the link out");
            } else if (link.hasAttr("href")
                    && label.isBlank()
                    && link.select("img").isEmpty()) {
                page.error("link-empty", link, "a link without words", "say where it leads");
            } else if (VAGUE.get("en").contains(bare)
                    || VAGUE.getOrDefault(language, Set.of()).contains(bare)) {
                page.warning(
                        "link-vague",
                        link,
                        "a link that does not say where it leads: \"" + label + "\"",
                        "link the words that name the target");
            }
            if (!link.select("a a, a button, a input, a select").isEmpty()) {
                page.error("nested", link, "a control inside a link", "put one beside the other");
            }
        }
    }

    private static void headings(PageUnderCheck page) {
        int before = 0;
        int first = 0;
        for (Element heading : page.html().select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.tagName().charAt(1) - '0';
            if (heading.text().isBlank()
                    && heading.select("img[alt]:not([alt=''])").isEmpty()) {
                page.error("heading-empty", heading, "a heading without words", "write them, or leave it out");
            }
            if (before > 0 && level > before + 1) {
                page.warning(
                        "heading-order",
                        heading,
                        "a heading of level " + level + " below one of level " + before + ": \"" + heading.text()
                                + "\"",
                        "write it with level " + (before + 1));
            }
            if (level == 1 && ++first > 1) {
                page.warning(
                        "heading-first",
                        heading,
                        "a second heading of the first level: \"" + heading.text() + "\"",
                        "the page's title is the first; begin with <h2>, in Markdown with ##");
            }
            before = level;
        }
    }

    private static void ids(PageUnderCheck page) {
        Map<String, Element> ids = new HashMap<>();
        for (Element element : page.html().select("[id]")) {
            if (ids.putIfAbsent(element.id(), element) != null) {
                page.error(
                        "id-twice",
                        element,
                        "the id \"" + element.id() + "\" stands twice on the page",
                        "give one of the two another");
            }
            if (element.id().isBlank() || element.id().contains(" ")) {
                page.error("id-form", element, "\"" + element.id() + "\" is no id", "write it without spaces");
            }
        }
        for (Element label : page.html().select("label[for], [aria-labelledby], [aria-describedby]")) {
            for (String attribute : List.of("for", "aria-labelledby", "aria-describedby")) {
                for (String id : label.attr(attribute).strip().split("\\s+")) {
                    if (!id.isEmpty() && !ids.containsKey(id)) {
                        page.error(
                                "id-missing",
                                label,
                                attribute + " names \"" + id + "\", which is not on the page",
                                "give the element that id");
                    }
                }
            }
        }
    }

    private static void tables(PageUnderCheck page) {
        for (Element table : page.html().select("table")) {
            if (table.select("th").isEmpty() && !table.attr("role").equals("presentation")) {
                page.warning("table-head", table, "a table without a head", "make its first row or column th");
            }
        }
    }

    private static void fields(PageUnderCheck page) {
        for (Element field : page.html().select("input:not([type=hidden]):not([type=submit]), select, textarea")) {
            boolean labelled = field.hasAttr("aria-label")
                    || field.hasAttr("aria-labelledby")
                    || field.hasAttr("title")
                    || field.closest("label") != null
                    || (field.hasAttr("id")
                            && !page.html()
                                    .getElementsByAttributeValue("for", field.id())
                                    .isEmpty());
            if (!labelled) {
                page.error("label", field, "a field without a label", "put a <label> around it");
            }
        }
        for (Element button : page.html().select("button")) {
            if (button.text().isBlank()
                    && !button.hasAttr("aria-label")
                    && button.select("img[alt]").isEmpty()) {
                page.error("button-empty", button, "a button without words", "say what it does");
            }
        }
    }

    private static void media(PageUnderCheck page) {
        for (Element media : page.html().select("video, audio")) {
            if (media.hasAttr("autoplay")) {
                page.error("autoplay", media, "a " + media.tagName() + " that plays by itself", "remove autoplay");
            }
            if (!media.hasAttr("controls")) {
                page.error("controls", media, "a " + media.tagName() + " that cannot be stopped", "add controls");
            }
        }
        for (Element frame : page.html().select("iframe:not([title])")) {
            page.error("frame-title", frame, "a frame without a title", "add title=\"what it shows\"");
        }
        for (Element moving : page.html().select("marquee, blink")) {
            page.error("moving", moving, "<" + moving.tagName() + "> moves and cannot be stopped", "write it as text");
        }
    }
}
