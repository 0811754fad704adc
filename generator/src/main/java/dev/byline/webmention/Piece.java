package dev.byline.webmention;

import dev.byline.output.Digest;
import dev.byline.remote.WebAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A piece of ours and the pages of others that it leads to.
 *
 * @param article its id
 * @param path of its page below the site's root, percent-encoded
 * @param source the page's full address
 * @param digest of what a reader of the page would read; another one means that it has changed
 * @param links as they are written, each once, in the order of the text
 */
public record Piece(String article, String path, String source, String digest, List<String> links) {
    public Piece {
        links = List.copyOf(links);
    }

    /**
     * Reads a piece.
     *
     * @param html its body, with whole addresses
     */
    public static Piece of(String article, String path, URI source, String title, String html) {
        Document body = Jsoup.parse(html, source.toString());
        Set<String> links = new LinkedHashSet<>();
        for (Element link : body.select("a[href]")) {
            // As it is written: receivers look for just this.
            String address = link.attr("href").strip();
            Optional<URI> uri = WebAddress.of(address);
            // Of our own pages we know ourselves.
            if (uri.isPresent() && !uri.get().getAuthority().equals(source.getAuthority())) {
                links.add(address);
            }
        }
        List<String> said = new ArrayList<>(links);
        said.add(title);
        said.add(body.text());
        return new Piece(article, path, source.toString(), Digest.of(String.join("\n", said)), List.copyOf(links));
    }

    /** A page that is no longer a piece's: whatever it led to, it no longer does. */
    public static Piece gone(String path, URI source) {
        return new Piece("", path, source.toString(), Digest.of(""), List.of());
    }

    boolean isGone() {
        return article.isEmpty();
    }
}
