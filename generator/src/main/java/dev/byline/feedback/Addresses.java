package dev.byline.feedback;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which article an address belongs to.
 *
 * <p>People and programs write one address in many ways: with {@code http} or {@code www}, without the last slash, with
 * {@code index.html}, with what a campaign hung on it, with the fragment of a heading.
 */
public final class Addresses {
    private final String host;
    private final Map<String, String> articles;

    /**
     * Prepares.
     *
     * @param site the address of the site
     * @param articles path, from the root of the host, to the article's id: of its page, of its page of feedback, of its aliases
     */
    public Addresses(URI site, Map<String, String> articles) {
        this.host = host(site);
        Map<String, String> bare = new TreeMap<>();
        articles.forEach((path, id) -> bare.putIfAbsent(bare(path), id));
        this.articles = Map.copyOf(bare);
    }

    /** The id of the article at an address; empty where there is none, or where it is no address. */
    public Optional<String> articleAt(String address) {
        try {
            URI uri = URI.create(address.strip());
            boolean here =
                    uri.getHost() == null ? uri.getScheme() == null : host(uri).equals(host);
            return here && uri.getPath() != null
                    ? Optional.ofNullable(articles.get(bare(uri.getPath())))
                    : Optional.empty();
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /**
     * The id of the article that another system means: as {@link #articleAt}, on whatever host the page was once, or by the
     * last part of its path alone, where only one article is called so.
     */
    public Optional<String> articleCalled(String page) {
        Optional<String> here = articleAt(page);
        if (here.isPresent()) {
            return here;
        }
        String path = page.strip().replaceFirst("^[a-zA-Z]+://[^/]*", "").replaceFirst("[?#].*", "");
        return Optional.ofNullable(articles.get(bare(path))).or(() -> onlyOneAt(lastPart(path)));
    }

    private Optional<String> onlyOneAt(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = articles.entrySet().stream()
                .filter(entry -> lastPart(entry.getKey()).equals(name))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    private static String lastPart(String path) {
        String bare = bare(path).replaceFirst("\\.html?$", "");
        return bare.substring(bare.lastIndexOf('/') + 1);
    }

    /** The article that somebody has named by its id or its path, as {@code a}, {@code /articles/a/} or {@code articles/a}. */
    Optional<String> articleNamed(String word) {
        String name = word.strip();
        return articles.containsValue(name)
                ? Optional.of(name)
                : articleAt(name).or(() -> articleAt("/" + name));
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "")
                + (uri.getPort() < 0 || uri.getPort() == 443 || uri.getPort() == 80 ? "" : ":" + uri.getPort());
    }

    private static String bare(String path) {
        return path.replaceFirst("(?:^|/)index\\.html?$", "/")
                .replaceAll("/+", "/")
                .replaceFirst("(?<=.)/$", "");
    }
}
