package dev.byline.microformats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What a page tells programs: microformats2, the classic ones, and relations.
 *
 * <pre>{@code
 * Microformats page = Microformats.of("<a class='h-card' rel='me' href='/'>Noor</a>", "https://noor.example/");
 * page.items().get(0).text("name"); // Noor
 * }</pre>
 *
 * <p>The page may be hostile: it is read within bounds of depth and size, and nothing in it is fetched or run.
 *
 * @param items those that lie in no other, in the order of the page
 * @param rels by relation, the addresses that have it
 * @param links by address, what the page says of it; only those with a relation
 * @see <a href="https://microformats.org/wiki/microformats2-parsing">microformats2 parsing</a>
 */
public record Microformats(List<Item> items, Map<String, List<String>> rels, Map<String, Link> links) {
    public Microformats {
        items = List.copyOf(items);
    }

    /**
     * An address with relations.
     *
     * @param rels sorted
     * @param text of the first element that leads there
     */
    public record Link(
            List<String> rels,
            String text,
            Optional<String> media,
            Optional<String> hreflang,
            Optional<String> type,
            Optional<String> title) {
        public Link {
            rels = List.copyOf(rels);
        }
    }

    /** Reads a page. */
    public static Microformats of(String html, String address) {
        return of(Jsoup.parse(html, address));
    }

    /** Reads a page, and leaves it as it is. */
    public static Microformats of(Document page) {
        Document own = page.clone();
        own.outputSettings().prettyPrint(false);
        // What stands in a template is not of the page.
        own.select("template").remove();
        Urls.makeWhole(own);
        Rels rels = Rels.of(own);
        return new Microformats(new ItemReader(new Values()).items(own), rels.byRelation(), rels.byAddress());
    }
}
