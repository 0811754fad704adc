package dev.byline.page;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.site.Article;
import dev.byline.site.FeedFormat;
import dev.byline.site.Site;
import dev.byline.site.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that a site promised to keep: every page, feed and file of {@code static/} that was ever built, as
 * {@code urls.lock} has them, one a line, with the id of the article that stood there.
 *
 * <pre>
 * /about/
 * /articles/slow-roasting/ 2026/slow-roasting
 * </pre>
 *
 * <p>Files of an article's folder and addresses that the theme makes up (assets, search) are no promise.
 */
public final class UrlLock {
    /** The file, in the site's folder; a site without one promises nothing. */
    public static final String FILE = "urls.lock";

    private static final String HEADER = """
            # Every address that this site ever had, kept by byline build. Commit it. A build that would lose one
            # fails; remove a line only if nobody can have seen what was there.
            """;

    private static final Pattern OLDER_PAGE = Pattern.compile("(.*/|)page/\\d+/");

    private static final Pattern OF_PERSON = Pattern.compile("(authors/[^/]+/)tags/[^/]+/");

    /** Encoded path -> line; where an article stood, its id. */
    private final Map<String, Promise> promises = new TreeMap<>();

    private record Promise(Optional<String> article, int line) {}

    private UrlLock() {}

    /** Reads what {@code urls.lock} says; a line that makes no sense is an error. */
    public static UrlLock read(String text, Diagnostics diagnostics) {
        UrlLock lock = new UrlLock();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).strip().split(" ", 2);
            if (parts[0].startsWith("/")) {
                Optional<String> article = parts.length > 1 ? Optional.of(parts[1].strip()) : Optional.empty();
                lock.promises.put(parts[0].substring(1), new Promise(article, i + 1));
            } else if (!parts[0].isEmpty() && !parts[0].startsWith("#")) {
                diagnostics.error(
                        Place.of(FILE).at(i + 1, 1),
                        "not an address: \"" + parts[0] + "\"",
                        "merge conflicts in this file are solved by keeping the lines of both sides");
            }
        }
        return lock;
    }

    /**
     * Keeps the addresses of lists that are empty now (a tag that nothing has any more, a year, an older page of a list)
     * by redirects to the list above, and tells of every other promised address at which nothing would be.
     *
     * @return the pages and those redirects
     */
    public List<Page> keep(Site site, Routes routes, List<Page> pages, Diagnostics diagnostics) {
        Map<String, Page> exist = new HashMap<>();
        pages.forEach(page -> exist.put(page.route().encoded(), page));
        List<Page> kept = new ArrayList<>(pages);
        Set<String> told = new HashSet<>();
        promises.forEach((path, promise) -> {
            boolean below = told.stream().anyMatch(path::startsWith);
            if (exist.containsKey(path) || below) {
                return;
            }
            Optional<Page.Themed> list = listAbove(path, exist);
            if (list.isPresent()) {
                kept.add(new Page.Redirect(
                        Route.ofEncoded(path), list.get().language(), list.get().route()));
                return;
            }
            if (path.endsWith("/")) {
                told.add(path);
            } else if (isEndedFeed(path, exist)) {
                // A page leads on to the list above; a reader program could not read that.
                return;
            }
            if (!expired(promise, site)) {
                diagnostics.error(
                        Place.of(FILE).at(promise.line(), 1),
                        "nothing would be at /" + path + " any more",
                        hint(path, promise, site, routes));
            }
        });
        return List.copyOf(kept);
    }

    /** Feeds of a list that is empty, of what somebody no longer writes on, and of answers to what moved or is no longer listed. */
    private static boolean isEndedFeed(String path, Map<String, Page> exist) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        String file = path.substring(folder.length());
        Page page = exist.get(folder);
        boolean ended = page == null
                ? listAbove(folder, exist).isPresent() || isOfPerson(folder, exist)
                : page instanceof Page.Redirect || page instanceof Page.FeedbackPage;
        return ended
                && Arrays.stream(FeedFormat.values())
                        .anyMatch(format -> format.file().equals(file));
    }

    /** Whether it is the folder of what somebody wrote under a tag. */
    private static boolean isOfPerson(String folder, Map<String, Page> exist) {
        Matcher subject = OF_PERSON.matcher(folder);
        return subject.matches() && exist.get(subject.group(1)) instanceof Page.AuthorPage;
    }

    /** The list that a page of a list belongs to, or that its term or year stands in. */
    private static Optional<Page.Themed> listAbove(String path, Map<String, Page> exist) {
        Matcher older = OLDER_PAGE.matcher(path);
        String above = older.matches() ? older.group(1) : path.replaceFirst("[^/]+/$", "");
        boolean list =
                older.matches() || exist.get(above) instanceof Page.Terms || exist.get(above) instanceof Page.Archive;
        return list && path.endsWith("/") && exist.get(above) instanceof Page.Themed page
                ? Optional.of(page)
                : Optional.empty();
    }

    /** What ends as announced breaks no promise. */
    private static boolean expired(Promise promise, Site site) {
        return article(promise, site)
                .filter(article -> article.visibility(site.now()) == Visibility.EXPIRED)
                .isPresent();
    }

    private static Optional<Article> article(Promise promise, Site site) {
        return promise.article().flatMap(site::article);
    }

    private static String hint(String path, Promise promise, Site site, Routes routes) {
        Optional<Article> article = article(promise, site);
        if (article.isPresent() && article.get().visibility(site.now()).hasPage()) {
            return "add aliases: [/" + path + "] to " + article.get().place().file() + ", which is now at /"
                    + routes.article(article.get()).path();
        }
        return article.map(hidden -> hidden.place().file() + " is not out now; publish it, or ")
                        .orElse("")
                + "add redirects: {/" + path + ": /} to site.yml with the address that stands for it now";
    }

    /** These promises and those that the pages make. */
    public UrlLock and(Collection<Page> pages) {
        UrlLock more = new UrlLock();
        more.promises.putAll(promises);
        pages.stream()
                .filter(UrlLock::isPromise)
                .forEach(page -> more.promises.put(page.route().encoded(), new Promise(article(page), 0)));
        return more;
    }

    private static boolean isPromise(Page page) {
        return (page instanceof Page.Feed feed && !feed.part().isArchive())
                || page instanceof Page.Opml
                || page instanceof Page.Identity
                || (page instanceof Page.Copy copy && copy.lasts())
                || (page instanceof Page.Picture picture && picture.lasts())
                || (page instanceof Page.Themed && !(page instanceof Page.NotFound));
    }

    private static Optional<String> article(Page page) {
        return page instanceof Page.ArticlePage article
                ? Optional.of(article.article().id())
                : Optional.empty();
    }

    /** The file's text: sorted, so that two branches rarely conflict. */
    public String text() {
        StringBuilder text = new StringBuilder(HEADER);
        promises.forEach((path, promise) -> text.append('/')
                .append(path)
                .append(promise.article().map(id -> " " + id).orElse(""))
                .append('\n'));
        return text.toString();
    }
}
