package dev.byline.check;

import dev.byline.page.Page;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Where links between pages lead: to something that is there, at an anchor that is there, and by the shortest way. */
final class Targets implements Rule {
    private final URI site;
    private final Map<String, PageUnderCheck> pages = new HashMap<>();
    private final Set<String> files;
    /** Paths that some other page links to. */
    private final Set<String> linked = new HashSet<>();

    /**
     * Prepares for the pages of one site.
     *
     * @param files every file that will exist, pages among them
     */
    Targets(URI site, Collection<PageUnderCheck> pages, Set<String> files) {
        this.site = site;
        this.files = Set.copyOf(files);
        pages.forEach(page -> this.pages.put(page.page().route().path(), page));
        pages.forEach(page -> page.html()
                .select("a[href]")
                .forEach(link -> path(page, link.attr("href"))
                        .filter(path -> !path.equals(page.page().route().path()))
                        .ifPresent(linked::add)));
    }

    /** The path inside the site that a link on a page leads to; empty for one that leads elsewhere. */
    private Optional<String> path(PageUnderCheck page, String href) {
        return resolved(page, href)
                .filter(uri -> uri.toString().startsWith(site.toString()))
                .map(uri -> uri.getPath().substring(site.getPath().length()));
    }

    private Optional<URI> resolved(PageUnderCheck page, String href) {
        try {
            return Optional.of(URI.create(page.page().route().under(site)).resolve(href.strip()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    @Override
    public void check(PageUnderCheck page) {
        for (Element link : page.html().select("a[href]")) {
            String href = link.attr("href");
            Optional<URI> target = resolved(page, href);
            if (target.isEmpty()) {
                page.error("link-form", link, "no address: " + href, "write spaces as %20");
                continue;
            }
            path(page, href)
                    .ifPresent(path -> inside(page, link, path, target.get().getFragment()));
        }
        orphan(page);
    }

    private void inside(PageUnderCheck page, Element link, String path, String fragment) {
        String file = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        PageUnderCheck target = pages.get(path);
        if (!files.contains(file)) {
            page.error("link-broken", link, "nothing is at \"/" + path + "\"", "link to a page of this site");
        } else if (target != null
                && target.page() instanceof Page.Redirect redirect
                && page.source().isPresent()) {
            page.warning(
                    "link-old",
                    link,
                    "a link to an old address, /" + path,
                    "link to /" + redirect.target().path());
        } else if (target != null && fragment != null && !fragment.isEmpty() && !hasAnchor(target, fragment)) {
            page.error(
                    "fragment",
                    link,
                    "no \"#" + fragment + "\" on /" + path,
                    "link to a heading or an id of that page");
        }
    }

    private static boolean hasAnchor(PageUnderCheck page, String fragment) {
        return fragment.equals("top")
                || page.html().getElementById(fragment) != null
                || !page.html().getElementsByAttributeValue("name", fragment).isEmpty();
    }

    private void orphan(PageUnderCheck page) {
        boolean shouldBeFound = page.page() instanceof Page.Plain;
        if (shouldBeFound && !linked.contains(page.page().route().path())) {
            page.tell(
                    dev.byline.diagnostic.Severity.WARNING,
                    "orphan",
                    page.head(),
                    "no page links to this one",
                    "link to it, or name it in navigation: or footer: of site.yml");
        }
    }
}
