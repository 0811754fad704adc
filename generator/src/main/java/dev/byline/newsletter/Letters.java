package dev.byline.newsletter;

import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Settings;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/**
 * Makes messages of articles. Both parts are made of the same page, so the one never says what the other does not.
 * Threads may share it.
 */
public final class Letters {
    /** What has no place in a letter, whatever a template of one's own holds: it is dropped on the way, or suspect. */
    private static final String UNFIT = "script, style, form, iframe, object, embed, link, base, noscript";

    private final Settings settings;
    private final InlineStyles styles;

    public Letters(Settings settings, InlineStyles styles) {
        this.settings = settings;
        this.styles = styles;
    }

    /** The authors whom an answer to the letter reaches. */
    public List<Author> answering(Article article) {
        return settings.frame().newsletter().replyTo().isPresent()
                ? List.of()
                : article.authors().stream()
                        .filter(author -> Envelope.mailbox(author).isPresent())
                        .toList();
    }

    /** Where readers leave. */
    public String unsubscribe() {
        return Envelope.unsubscribe(settings);
    }

    /**
     * The bytes of a message.
     *
     * @param page the whole HTML page for mail programs, with full addresses
     */
    public byte[] message(Article article, String page) {
        Document document = Jsoup.parse(page);
        document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        document.select(UNFIT).remove();
        styles.applyTo(document);
        String text = new PlainText().of(document.body());
        return Message.bytes(Envelope.of(article, settings), text, document.outerHtml());
    }
}
