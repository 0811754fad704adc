package dev.byline.markdown;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.page.Images;
import dev.byline.page.Links;
import dev.byline.page.Routes;
import dev.byline.site.Author;
import dev.byline.site.Body;
import dev.byline.site.Html;
import dev.byline.site.Prose;
import dev.byline.site.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark with tables, strikethrough, task lists, bare links, footnotes, alerts, figures, galleries, players, cards,
 * coloured code, maths, definitions, abbreviations, the marks of print, anchors and mentions of authors.
 *
 * <p>Trusts its writers with HTML where the site allows it, never with an address that could run something. Threads may
 * share it.
 */
public final class Markdown {
    /** A text that nests its lists and quotes deeper is an accident or an attack; the rest is read as a paragraph. */
    private static final int MAX_OPEN_BLOCKS = 100;

    /** The extensions of GitHub's dialect and footnotes, as every piece may use them. */
    static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            TaskListItemsExtension.create(),
            AutolinkExtension.create(),
            FootnotesExtension.create());

    private static final Pattern EMPTY_HEADER = Pattern.compile("<th([^>]*)></th>");
    private static final Pattern FOOTNOTES =
            Pattern.compile("<section( class=\"footnotes\"[^>]*)>(.*)</section>\\s*$", Pattern.DOTALL);

    private final Parser parser;
    private final Map<String, Author> authors;
    private final Routes routes;
    private final Links links;
    private final Images images;
    private final Settings.Writing writing;
    private final boolean traced;
    private final BiFunction<Locale, String, String> words;
    private final Diagnostics diagnostics;

    /**
     * Prepares for the texts of one site.
     *
     * @param authors who can be mentioned
     * @param images whose sizes are known
     * @param writing how Markdown is read
     * @param traced whether each element says where it was written, in {@link Trace#ATTRIBUTE}
     * @param words a word of the theme, by language and key: {@code alert.note}
     */
    public Markdown(
            List<Author> authors,
            Routes routes,
            Links links,
            Images images,
            Settings.Writing writing,
            boolean traced,
            BiFunction<Locale, String, String> words,
            Diagnostics diagnostics) {
        this.parser = parser();
        this.authors = new LinkedHashMap<>();
        authors.forEach(author -> this.authors.put(author.id(), author));
        this.routes = routes;
        this.links = links;
        this.images = images;
        this.writing = writing;
        this.traced = traced;
        this.words = words;
        this.diagnostics = diagnostics;
    }

    private static Parser parser() {
        return Parser.builder()
                .extensions(EXTENSIONS)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
                .customBlockParserFactory(FormulaBlock.factory())
                .customBlockParserFactory(DefinitionList.factory())
                .customBlockParserFactory(Abbreviation.factory())
                .customInlineContentParserFactory(new Formula.Factory())
                .customInlineContentParserFactory(new Escaped.Factory())
                .build();
    }

    private Markdown(Markdown same, Diagnostics diagnostics) {
        this.parser = same.parser;
        this.authors = same.authors;
        this.routes = same.routes;
        this.links = same.links;
        this.images = same.images;
        this.writing = same.writing;
        this.traced = same.traced;
        this.words = same.words;
        this.diagnostics = diagnostics;
    }

    /** The same, but what is wrong with texts is told to somebody else. */
    public Markdown telling(Diagnostics others) {
        return new Markdown(this, others);
    }

    /**
     * Renders one text.
     *
     * @param file the file that it stands in
     * @param language the text's
     * @param affiliate whether the piece earns by its links: those to other sites say so then
     */
    public Written write(Body body, Place file, Locale language, boolean affiliate) {
        Node document = parser.parse(body.markdown());
        Positions positions = new Positions(file, body);
        shape(document);
        document.accept(new Formulas(positions, diagnostics));
        Map<Heading, String> anchors = Anchors.of(document);
        document.accept(new Mentions(authors, positions, diagnostics));
        Addresses addresses = new Addresses(links, images, file, positions, diagnostics);
        document.accept(addresses);
        Media.replaceIn(document);
        Embed.replaceIn(document);
        // Behind the anchors, which do not change with the marks and words of print.
        if (writing.typography()) {
            Typography.set(document, language);
        }
        Escaped.unwrapIn(document);
        Abbreviation.markIn(document);
        demote(anchors.keySet());
        HtmlRenderer renderer = renderer(anchors, language, positions, addresses.known(), affiliate);
        String html = mended(renderer.render(document));
        Set<String> ids = new HashSet<>(anchors.values());
        if (addresses.html().isPresent() && writing.rawHtml()) {
            RawHtml checked = RawHtml.check(html, addresses.html().get(), traced, links, affiliate, diagnostics);
            html = checked.html();
            ids.addAll(checked.ids());
            addresses.add(checked);
        }
        ReadingTime time = ReadingTime.of(document);
        Prose prose =
                new Prose(new Html(html), headings(anchors), time.minutes(language), time.words(), lead(document));
        return new Written(prose, ids, addresses.references(), addresses.attachments());
    }

    /** Puts our own blocks in the place of what stands for them. */
    private static void shape(Node document) {
        Figure.replaceIn(document);
        Gallery.replaceIn(document);
        Alert.replaceIn(document);
        DefinitionList.joinIn(document);
    }

    private HtmlRenderer renderer(
            Map<Heading, String> anchors,
            Locale language,
            Positions positions,
            Map<Image, dev.byline.page.Image> sizes,
            boolean affiliate) {
        return HtmlRenderer.builder()
                // Before the extensions: the first renderer of a node is the one that is asked.
                .nodeRendererFactory(
                        context -> new OwnNodes(context, routes, kind -> words.apply(language, "alert." + kind)))
                .nodeRendererFactory(Listing::new)
                .nodeRendererFactory(Formulas.Renderer::new)
                .nodeRendererFactory(DefinitionList.Renderer::new)
                .nodeRendererFactory(Abbreviation.Renderer::new)
                .nodeRendererFactory(Media.Renderer::new)
                .nodeRendererFactory(context -> new ImageNodes(context, sizes))
                .nodeRendererFactory(context -> new Trace(context, positions, writing.rawHtml()))
                .nodeRendererFactory(context -> new Embed.Renderer(context, affiliate))
                .extensions(EXTENSIONS)
                .escapeHtml(!writing.rawHtml())
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (traced) {
                        attributes.put(Trace.ATTRIBUTE, Trace.of(positions.of(node)));
                    }
                    if (node instanceof Heading && anchors.containsKey(node)) {
                        attributes.put("id", anchors.get(node));
                    } else if (affiliate && node instanceof Link link && Addresses.isWeb(link.getDestination())) {
                        attributes.put("rel", "sponsored");
                    } else if (node instanceof TableBlock) {
                        // A wide table scrolls by itself on a phone: the keyboard has to get there too.
                        attributes.put("tabindex", "0");
                    } else if (node instanceof TableCell && attributes.containsKey("align")) {
                        attributes.put("class", "align-" + attributes.remove("align"));
                    }
                })
                .build();
    }

    /**
     * What the extensions write otherwise than a page wants it: the corner of a table with headings on two sides heads
     * nothing, and footnotes are no section, since they have no heading.
     */
    private static String mended(String html) {
        // To look for what is rare costs less than to match it.
        String tables = html.contains("></th>") ? EMPTY_HEADER.matcher(html).replaceAll("<td$1></td>") : html;
        int notes = tables.indexOf("<section class=\"footnotes\"");
        return notes < 0
                ? tables
                : tables.substring(0, notes)
                        + FOOTNOTES.matcher(tables.substring(notes)).replaceFirst("<div$1>$2</div>\n");
    }

    /** The page's title is its first heading: a text that uses the first level too moves one level down. */
    private static void demote(Set<Heading> headings) {
        if (headings.stream().anyMatch(heading -> heading.getLevel() == 1)) {
            headings.forEach(heading -> heading.setLevel(Math.min(6, heading.getLevel() + 1)));
        }
    }

    private static List<Prose.Heading> headings(Map<Heading, String> anchors) {
        List<Prose.Heading> headings = new ArrayList<>();
        anchors.forEach((heading, anchor) ->
                headings.add(new Prose.Heading(heading.getLevel(), anchor, PlainText.of(heading))));
        return headings;
    }

    private static String lead(Node document) {
        List<String> paragraphs = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Paragraph paragraph) {
                if (paragraphs.isEmpty() && paragraph.getParent() == document) {
                    paragraphs.add(PlainText.of(paragraph));
                }
            }
        });
        return paragraphs.stream().filter(p -> !p.isEmpty()).findFirst().orElse("");
    }
}
