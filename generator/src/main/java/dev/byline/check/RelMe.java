package dev.byline.check;

import dev.byline.remote.Http;
import dev.byline.remote.LinkHeader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Where a page of a stranger leads. The page is hostile: it is only read.
 *
 * @param mine addresses that it calls its owner's, with {@code rel="me"} on {@code a} and {@code link} and in the header
 *     {@code Link}
 * @param all every address that it links to
 * @see <a href="https://microformats.org/wiki/rel-me">rel="me"</a>
 */
record RelMe(Set<String> mine, Set<String> all) {
    static RelMe of(Http.Answer.Got page) {
        Set<String> mine = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        Document html = Jsoup.parse(page.body(), page.from().toString());
        for (Element link : html.select("a[href], link[href]")) {
            String address = normal(link.absUrl("href"));
            all.add(address);
            if (saysMe(link.attr("rel"))) {
                mine.add(address);
            }
        }
        LinkHeader.of(page.headers()).stream()
                .filter(link -> link.rels().contains("me"))
                .forEach(link -> header(link, page.from(), mine));
        return new RelMe(mine, all);
    }

    private static void header(LinkHeader link, URI base, Set<String> mine) {
        try {
            mine.add(normal(link.under(base).toString()));
        } catch (IllegalArgumentException noAddress) {
            // It leads nowhere, and so not back.
        }
    }

    private static boolean saysMe(String rel) {
        return List.of(rel.toLowerCase(Locale.ROOT).split("\\s+")).contains("me");
    }

    /** An address in the form by which two of them are compared: one at the root or with a slash behind is none less. */
    static String normal(String address) {
        try {
            URI uri = new URI(address.strip()).normalize();
            if (uri.getHost() == null || uri.getScheme() == null) {
                return address;
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int usual = scheme.equals("https") ? 443 : 80;
            String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
            String path = uri.getRawPath().replaceFirst("/+$", "");
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query;
        } catch (URISyntaxException noAddress) {
            return address;
        }
    }
}
