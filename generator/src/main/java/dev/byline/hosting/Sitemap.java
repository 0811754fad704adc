package dev.byline.hosting;

import dev.byline.page.Page;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Picture;
import dev.byline.site.Site;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The list of pages that crawlers are asked to read, with each article's images and translations, and when it changed.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">the sitemap protocol</a>
 */
final class Sitemap {
    /** A sitemap holds at most so many addresses (sitemaps.org); older pages of a list are left out first. */
    private static final int MOST = 50_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String IMAGES = "http://www.google.com/schemas/sitemap-image/1.1";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final Site site;
    private final Routes routes;

    Sitemap(Site site, Routes routes) {
        this.site = site;
        this.routes = routes;
    }

    byte[] of(List<Page> pages) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("urlset");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeNamespace("image", IMAGES);
            xml.writeNamespace("xhtml", XHTML);
            for (Page page : pages.stream().filter(this::isListed).limit(MOST).toList()) {
                xml.writeCharacters("\n");
                write(page, xml);
            }
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private boolean isListed(Page page) {
        if (page instanceof Page.ArticlePage article) {
            return !article.article().unlisted()
                    && article.article().canonical().isEmpty();
        }
        if (page instanceof Page.FeedbackPage feedback) {
            // The later pages of a long conversation are found from its first: pieces come before them.
            return feedback.number() == 1
                    && !feedback.article().unlisted()
                    && !site.feedback(feedback.article()).isEmpty();
        }
        return page instanceof Page.Themed
                && !(page instanceof Page.Redirect)
                && !(page instanceof Page.NotFound)
                && !(page instanceof Page.Search);
    }

    private void write(Page page, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("url");
        element("loc", page.route().under(site.settings().url()), xml);
        if (page instanceof Page.ArticlePage articlePage) {
            Article article = articlePage.article();
            Optional<String> changed = article.lastChanged().map(Sitemap::moment);
            if (changed.isPresent()) {
                element("lastmod", changed.get(), xml);
            }
            for (Map.Entry<String, String> other : translations(article).entrySet()) {
                xml.writeEmptyElement("xhtml", "link", XHTML);
                xml.writeAttribute("rel", "alternate");
                xml.writeAttribute("hreflang", other.getKey());
                xml.writeAttribute("href", other.getValue());
            }
            for (Picture picture : article.image().stream().toList()) {
                xml.writeStartElement("image", "image", IMAGES);
                xml.writeStartElement("image", "loc", IMAGES);
                xml.writeCharacters(routes.picture(article, picture.src())
                        .under(site.settings().url()));
                xml.writeEndElement();
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }

    /** The piece in all of its languages, itself among them; empty where there is only one. */
    private Map<String, String> translations(Article article) {
        List<Article> all = new ArrayList<>(site.translationsOf(article));
        if (all.isEmpty()) {
            return Map.of();
        }
        all.add(article);
        Map<String, String> byLanguage = new TreeMap<>();
        all.forEach(each -> byLanguage.put(
                tag(each.language()), routes.article(each).under(site.settings().url())));
        return byLanguage;
    }

    private static String tag(Locale language) {
        return language.toLanguageTag();
    }

    private static String moment(ZonedDateTime moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static void element(String name, String text, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
