package dev.byline.page;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Suggestion;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks, once all pages are known, that every link inside the site leads to one of them and to an anchor on it. */
public final class Crosscheck {
    private final Set<String> files = new HashSet<>();
    private final Map<String, Set<String>> anchors = new HashMap<>();
    private final Diagnostics diagnostics;

    /**
     * Prepares the check.
     *
     * @param pages all that will exist
     * @param anchors the fragments of the pages whose fragments are known, by the page's path
     */
    public Crosscheck(Collection<Page> pages, Map<String, Set<String>> anchors, Diagnostics diagnostics) {
        pages.stream()
                .filter(page -> !(page instanceof Page.SearchIndex))
                .forEach(page -> files.add(page.route().file()));
        this.anchors.putAll(anchors);
        this.diagnostics = diagnostics;
    }

    /** Checks a link that stands on the page with this path. */
    public void check(Place place, String onPage, Target target) {
        if (target instanceof Target.SamePage same) {
            checkAnchor(place, onPage, same.anchor());
        } else if (target instanceof Target.Internal internal) {
            check(place, internal);
        }
    }

    private void check(Place place, Target.Internal link) {
        String file = new Route(link.path()).file();
        if (!files.contains(file)) {
            String hint = files.contains(link.path() + "/index.html")
                    ? "write /" + link.path() + "/"
                    : Suggestion.nearest(file, files)
                            .map(near -> "did you mean \"/" + near.replaceFirst("(^|/)index\\.html$", "$1") + "\"?")
                            .orElse("link to a page of this site, or write a full address");
            diagnostics.error(place, "nothing is at \"/" + link.path() + "\"", hint);
            return;
        }
        int hash = link.rest().indexOf('#');
        if (hash >= 0) {
            checkAnchor(place, link.path(), link.rest().substring(hash + 1));
        }
    }

    private void checkAnchor(Place place, String path, String anchor) {
        Set<String> known = anchors.get(path);
        if (known == null || anchor.isEmpty() || known.contains(anchor) || isFootnote(anchor)) {
            return;
        }
        String hint = Suggestion.nearest(anchor, known)
                .map(near -> "did you mean \"#" + near + "\"?")
                .orElse(
                        known.isEmpty()
                                ? "that page has no headings"
                                : "its anchors are " + List.copyOf(new TreeSet<>(known)));
        diagnostics.error(place, "no heading \"#" + anchor + "\" on that page", hint);
    }

    private static boolean isFootnote(String anchor) {
        return anchor.startsWith("fn");
    }
}
