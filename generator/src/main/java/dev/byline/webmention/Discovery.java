package dev.byline.webmention;

import dev.byline.remote.LinkHeader;
import dev.byline.remote.PublicWeb;
import dev.byline.remote.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds where a page wants to hear of those who mention it: in the header {@code Link}, else in its first {@code link} or
 * {@code a} with {@code rel="webmention"}.
 *
 * @see <a href="https://www.w3.org/TR/webmention/#sender-discovers-receiver-webmention-endpoint">Webmention, 3.1.2</a>
 */
final class Discovery {
    private static final String REL = "webmention";

    private Discovery() {}

    /** The address to tell, whole; empty where the page names none, or one that is none. */
    static Optional<URI> endpoint(PublicWeb.Answer.Got page) {
        Optional<LinkHeader> header = LinkHeader.of(page.headers()).stream()
                .filter(link -> link.rels().contains(REL))
                .findFirst();
        if (header.isPresent()) {
            return under(header.get(), page.from());
        }
        return Links.isHtml(page) ? inHtml(Jsoup.parse(page.body(), page.from().toString())) : Optional.empty();
    }

    private static Optional<URI> under(LinkHeader link, URI page) {
        try {
            return WebAddress.of(link.under(page).toString());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<URI> inHtml(Document html) {
        return html.select("link[rel][href], a[rel][href], area[rel][href]").stream()
                .filter(Discovery::saysSo)
                .findFirst()
                .flatMap(link -> WebAddress.of(link.absUrl("href")));
    }

    private static boolean saysSo(Element link) {
        return List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")).contains(REL);
    }
}
