package dev.byline.feed;

import java.io.IOException;
import java.io.StringReader;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/**
 * The element of a feed that a browser shows: XHTML inside of an element of our own, which reader programs pass over.
 *
 * <p>Browsers are giving up XSLT, so a style sheet hides the rest of the feed and shows this.
 */
final class About {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private About() {}

    /** The element, made of HTML as people write it. */
    static Element of(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        String xml = "<about><div xmlns=\"" + XHTML + "\">"
                + Text.xml(document.body().html()) + "</div></about>";
        try {
            Element about = new SAXBuilder().build(new StringReader(xml)).detachRootElement();
            about.setNamespace(CreditsGenerator.NAMESPACE);
            return about;
        } catch (JDOMException | IOException impossible) {
            throw new IllegalStateException("jsoup wrote what is no XML", impossible);
        }
    }
}
