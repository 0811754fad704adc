package dev.byline.page;

import dev.byline.diagnostic.Suggestion;
import dev.byline.site.Article;
import dev.byline.site.Question;
import dev.byline.site.Site;
import dev.byline.site.StaticFile;
import dev.byline.site.StaticPage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a link leads that a writer wrote in a file: relative to the file, as editors preview it, or absolute from
 * the site's root.
 *
 * <p>Trusts nothing: no scheme passes but those that only lead somewhere.
 */
public final class Links {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);

    /** Schemes that lead to a place, a person or a file, and can run nothing. */
    private static final List<String> HARMLESS = List.of(
            "http", "https", "mailto", "tel", "sms", "xmpp", "matrix", "irc", "ircs", "geo", "webcal", "ftp", "sftp",
            "magnet", "news", "nostr", "acct", "urn", "doi");

    private final Site site;
    private final Routes routes;
    private final Map<String, Article> articles = new LinkedHashMap<>();
    /** By the path that they will have, or had. */
    private final Map<String, Article> unpublished = new LinkedHashMap<>();

    private final Map<String, StaticPage> pages = new LinkedHashMap<>();
    private final Map<String, StaticFile> articleFiles = new LinkedHashMap<>();

    public Links(Site site, Routes routes) {
        this.site = site;
        this.routes = routes;
        site.articles().forEach(article -> articles.put(article.place().file(), article));
        site.articles().stream()
                .filter(article -> !site.visibility(article).hasPage())
                .forEach(article -> unpublished.put(routes.article(article).path(), article));
        // An address that another piece has taken over in the meantime is that piece's.
        site.published()
                .forEach(article -> unpublished.remove(routes.article(article).path()));
        site.pages().forEach(page -> pages.put(page.place().file(), page));
        site.articleFiles().forEach(file -> articleFiles.put("articles/" + file.path(), file));
    }

    /**
     * Where a link leads.
     *
     * @param file the file that it is written in, below the site's folder
     * @param written the link's destination; hostile until read
     */
    public Target find(String file, String written) {
        site.reads().read(new Question(Question.Kind.LINK, file, written));
        // Browsers drop these characters before they look at the scheme; so do we.
        String link = written.replaceAll("[\\u0000-\\u0020]+", " ").strip();
        String bare = link.replace(" ", "");
        Matcher scheme = SCHEME.matcher(bare);
        if (scheme.matches()) {
            return external(scheme.group(1).toLowerCase(Locale.ROOT), link, bare);
        }
        if (bare.startsWith("//")) {
            return new Target.External(link);
        }
        if (link.startsWith("#")) {
            return new Target.SamePage(decoded(link.substring(1)));
        }
        int restAt = endOfPath(link);
        String rest = link.substring(restAt);
        String path = decoded(link.substring(0, restAt));
        if (path.startsWith("/")) {
            return normal(path.substring(1))
                    .map(inside -> absolute(inside, rest))
                    .orElse(outside(path));
        }
        return relative(file, path, rest);
    }

    private Target absolute(String path, String rest) {
        Article hidden = unpublished.get(path);
        return hidden == null ? new Target.Internal(path, rest) : article(hidden, rest);
    }

    private static Target external(String scheme, String link, String bare) {
        if (HARMLESS.contains(scheme)) {
            return new Target.External(link);
        }
        if (bare.matches("(?i)data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]+")) {
            return new Target.External(bare);
        }
        return new Target.Broken(
                "a link with the scheme \"" + scheme + ":\", which could run something",
                "link to an address that begins with https:");
    }

    private Target relative(String file, String path, String rest) {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        Optional<String> target = normal(folder + path);
        if (target.isEmpty()) {
            return outside(path);
        }
        String name = target.get();
        for (String candidate : List.of(name, (name + "/index.md").replace("//", "/"))) {
            if (articles.containsKey(candidate)) {
                return article(articles.get(candidate), rest);
            }
            if (pages.containsKey(candidate)) {
                return new Target.Internal(routes.page(pages.get(candidate)).path(), rest);
            }
        }
        if (name.startsWith("static/")) {
            return new Target.Internal(name.substring("static/".length()), rest);
        }
        return attached(file, folder, name, path);
    }

    private Target article(Article article, String rest) {
        return switch (site.visibility(article)) {
            case LISTED, UNLISTED -> new Target.Internal(routes.article(article).path(), rest);
            case DRAFT ->
                new Target.Hidden("a link to a draft, " + article.place().file());
            case SCHEDULED ->
                new Target.Hidden("a link to an article that is not out yet, "
                        + article.place().file());
            case EXPIRED ->
                new Target.Hidden("a link to an article that is no longer out, "
                        + article.place().file());
        };
    }

    private Target attached(String file, String folder, String name, String path) {
        Article article = articles.get(file);
        StaticFile found = articleFiles.get(name);
        if (found != null && article != null && name.startsWith(folder)) {
            Route route = routes.article(article).resolve(name.substring(folder.length()));
            return new Target.Attached(route, found);
        }
        if (found != null) {
            return new Target.Broken(
                    "\"" + path + "\" lies in the folder of another article",
                    "put what several pieces share into static/ and write /...");
        }
        return new Target.Broken("\"" + path + "\" does not exist", suggestion(folder, name));
    }

    private String suggestion(String folder, String name) {
        Collection<String> known =
                name.endsWith(".md") || !name.contains(".") ? articles.keySet() : articleFiles.keySet();
        return Suggestion.nearest(name, known)
                .map(near -> "did you mean \"" + relativeTo(folder, near) + "\"?")
                .orElse("links are relative to the file, or absolute from the site's root");
    }

    private static String relativeTo(String folder, String path) {
        return path.startsWith(folder) ? path.substring(folder.length()) : "/" + path;
    }

    private static Target outside(String path) {
        return new Target.Broken("\"" + path + "\" leads out of the site", "keep it inside, or write a full address");
    }

    /** The path without {@code .} and {@code ..}; empty where it leads out. */
    private static Optional<String> normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        return Optional.of(path.endsWith("/") && !joined.isEmpty() ? joined + "/" : joined);
    }

    private static String decoded(String text) {
        try {
            return Normalizer.normalize(
                    URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8), Normalizer.Form.NFC);
        } catch (IllegalArgumentException notEncoded) {
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        }
    }

    /** Where the path ends: at the query or the fragment. */
    private static int endOfPath(String link) {
        int query = link.indexOf('?');
        int fragment = link.indexOf('#');
        int end = query < 0 || (fragment >= 0 && fragment < query) ? fragment : query;
        return end < 0 ? link.length() : end;
    }
}
