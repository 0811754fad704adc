package dev.byline.feedback;

import dev.byline.site.Feedback;
import dev.byline.site.WebAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Makes what a stranger wrote harmless: a short list of elements, links that only lead somewhere, no images, no styles,
 * no attributes but {@code href}.
 *
 * <p>Whatever comes in, what goes out can run nothing and load nothing. Threads may share it.
 */
public final class SafeHtml {
    /** More of one answer is not shown: the original is a click away. */
    private static final int MAX_TEXT = 20_000;

    private static final int MAX_NAME = 80;

    /** Marks that turn the direction of text around them, and those that cannot be seen at all. */
    private static final String INVISIBLE =
            "[\\p{Cc}\\p{Cs}\\p{Cn}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\u061C\\u00AD]";

    /** A mailbox and nothing more: what a subject or text would say is not the reader's own. */
    private static final Pattern MAIL = Pattern.compile("(?i)mailto:[a-z0-9._+-]{1,64}@[a-z0-9.-]{1,250}");

    private static final Safelist ALLOWED = new Safelist()
            .addTags(
                    "p",
                    "br",
                    "a",
                    "em",
                    "strong",
                    "b",
                    "i",
                    "u",
                    "del",
                    "s",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "sub",
                    "sup")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "https", "http", "mailto")
            .addEnforcedAttribute("a", "rel", "nofollow ugc noopener");

    private static final Parser MARKDOWN = Parser.builder()
            .extensions(List.of(AutolinkExtension.create()))
            .maxOpenBlockParsers(20)
            .build();
    private static final HtmlRenderer MARKDOWN_TO_HTML = HtmlRenderer.builder()
            .extensions(List.of(AutolinkExtension.create()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private SafeHtml() {}

    /** The text of an item as HTML that can be put on a page as it is. */
    public static String of(Feedback item) {
        String raw = item.text();
        String text = raw.length() > MAX_TEXT ? raw.substring(0, MAX_TEXT) + "…" : raw;
        return switch (item.format()) {
            case HTML -> clean(text);
            case MARKDOWN -> clean(MARKDOWN_TO_HTML.render(MARKDOWN.parse(text)));
            case PLAIN -> clean(paragraphs(text));
        };
    }

    /** Twice: what the first reading moved or took away may leave behind what a browser would read otherwise. */
    private static String clean(String html) {
        return cleanOnce(cleanOnce(withoutInvisible(html))).strip();
    }

    private static String cleanOnce(String html) {
        Document safe = new Cleaner(ALLOWED).clean(Jsoup.parseBodyFragment(html));
        safe.outputSettings()
                .prettyPrint(false)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset("UTF-8");
        for (Element link : safe.select("a")) {
            address(link.attr("href")).ifPresentOrElse(fit -> link.attr("href", fit), link::unwrap);
        }
        Nesting.order(safe.body());
        return safe.body().html();
    }

    private static Optional<String> address(String href) {
        return MAIL.matcher(href).matches() ? Optional.of(href) : WebAddress.of(href);
    }

    /** Line breaks and tabs stay; what hides or turns text goes. */
    private static String withoutInvisible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (String line : text.split("(?<=\n)", -1)) {
            boolean ends = line.endsWith("\n");
            kept.append(line.replace('\t', ' ').replaceAll(INVISIBLE, "")).append(ends ? "\n" : "");
        }
        return kept.toString();
    }

    private static String paragraphs(String text) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : text.replace("\r\n", "\n").split("\\n\\s*\\n", -1)) {
            if (!paragraph.isBlank()) {
                String escaped = Entities.escape(paragraph.strip()).replace("\n", "<br>");
                html.append("<p>")
                        .append(escaped.replaceAll("(https?://[^\\s<>\"&]+[\\w/])", "<a href=\"$1\">$1</a>"))
                        .append("</p>");
            }
        }
        return html.toString();
    }

    /** What {@link #of} gave, without its marks. */
    public static String plain(String safeHtml) {
        return Jsoup.parseBodyFragment(safeHtml).text();
    }

    /** A person's name or handle as plain text: no marks that hide or turn text, not too long, on one line. */
    public static String name(String raw) {
        return name(raw, MAX_NAME);
    }

    /** The same, of at most so many characters. */
    static String name(String raw, int longest) {
        String plain =
                raw.replaceAll("[\\s\\p{Z}]+", " ").replaceAll(INVISIBLE, "").strip();
        if (plain.codePointCount(0, plain.length()) <= longest) {
            return plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, longest)) + "…";
    }
}
