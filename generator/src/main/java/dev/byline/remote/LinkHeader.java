package dev.byline.remote;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link of the header {@code Link}: {@code </mentions>; rel="webmention"}.
 *
 * @param target as it is written
 * @param rels its relations, in small letters
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>
 */
public record LinkHeader(String target, List<String> rels) {
    /** A link and its parameters (RFC 8288, 3). */
    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>((?:[^,\"<]++|\"[^\"]*+\")*+)");

    private static final Pattern REL = Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))");

    /** A page names few addresses in its head; a longer header is somebody's attempt. */
    private static final int MAX_LENGTH = 2_000;

    public LinkHeader {
        rels = List.copyOf(rels);
    }

    /** All links of an answer, in their order. */
    public static List<LinkHeader> of(HttpHeaders headers) {
        List<LinkHeader> links = new ArrayList<>();
        for (String header : headers.allValues("Link")) {
            Matcher link = LINK.matcher(header.length() <= MAX_LENGTH ? header : "");
            while (link.find()) {
                links.add(new LinkHeader(link.group(1), rels(link.group(2))));
            }
        }
        return links;
    }

    /** Only the first {@code rel} counts (RFC 8288, 3.3). */
    private static List<String> rels(String parameters) {
        Matcher rel = REL.matcher(parameters);
        if (!rel.find()) {
            return List.of();
        }
        String words = rel.group(1) == null ? rel.group(2) : rel.group(1);
        return List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    /**
     * The target as a whole address.
     *
     * @throws IllegalArgumentException where it is none
     */
    public URI under(URI page) {
        return target.isEmpty() ? page : page.resolve(target);
    }
}
