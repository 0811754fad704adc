package dev.byline.newsletter;

import dev.byline.content.Standalone;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** Makes a piece's text fit for mail programs: what they have no player or room for is a link or smaller. */
public final class LetterText {
    /** The width of a letter's text in pixels: its column of 600 less the margins at its sides. */
    private static final int WIDTH = 560;

    private LetterText() {}

    /**
     * The text of a letter.
     *
     * @param html with full addresses, but for fragments
     * @param page the address of the piece
     */
    public static String of(String html, String page) {
        Document document = Jsoup.parseBodyFragment(Standalone.html(html, page), page);
        document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        // A player holds a link, for programs that play nothing.
        document.select("video, audio").forEach(LetterText::toLink);
        document.select("img").forEach(LetterText::fit);
        document.select("a[href]").forEach(link -> note(link, page));
        return document.body().html();
    }

    /** Few programs follow a link inside a letter: a note keeps its number, and the way back from it goes. */
    private static void note(Element link, String page) {
        if (link.attr("href").startsWith(page + "#fnref-")) {
            link.remove();
        } else if (link.attr("href").startsWith(page + "#fn-")) {
            link.unwrap();
        }
    }

    private static void toLink(Element player) {
        String address = player.absUrl("src");
        Element paragraph = new Element("p");
        Element link = player.selectFirst("a[href]");
        if (link != null) {
            paragraph.appendChild(link);
        } else if (!address.isEmpty()) {
            paragraph.appendElement("a").attr("href", address).text(address);
        }
        player.replaceWith(paragraph);
    }

    /** Outlook heeds the attribute and no style, the others the style; a height would bend what is narrowed. */
    private static void fit(Element image) {
        int width = image.attr("width").matches("[1-9]\\d{0,5}") ? Integer.parseInt(image.attr("width")) : WIDTH;
        image.attr("width", Integer.toString(Math.min(width, WIDTH)));
        image.removeAttr("height").removeAttr("loading").removeAttr("decoding").removeAttr("fetchpriority");
        if (!image.hasAttr("alt")) {
            image.attr("alt", "");
        }
    }
}
