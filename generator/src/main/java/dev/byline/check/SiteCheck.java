package dev.byline.check;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.page.Page;
import dev.byline.site.Prose;
import dev.byline.site.Site;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Checks a site that was built in memory. */
public final class SiteCheck {
    private final Site site;
    private final List<Page> pages;
    private final Held held;
    private final Map<String, Prose> prose;

    /**
     * Prepares a check.
     *
     * @param held what the build made, with traces of where it was written
     * @param prose the articles' bodies, by id
     */
    public SiteCheck(Site site, List<Page> pages, Held held, Map<String, Prose> prose) {
        this.site = site;
        this.pages = List.copyOf(pages);
        this.held = held;
        this.prose = Map.copyOf(prose);
    }

    /** Tells what is wrong. */
    public void run(Diagnostics diagnostics) {
        Diagnostics found = new Diagnostics();
        List<PageUnderCheck> rendered = rendered(found);
        Set<String> files = new HashSet<>(held.files().keySet());
        files.addAll(held.copies().keySet());
        URI address = site.settings().url();
        List<Rule> rules =
                List.of(new Accessibility(), new Safety(address), new Targets(address, rendered, files), new Sizes());
        rendered.parallelStream()
                .filter(page -> !(page.page() instanceof Page.Redirect))
                .forEach(page -> rules.forEach(rule -> rule.check(page)));
        new Pieces(site, prose, found).check();
        List<Page.Feed> feeds = pages.stream()
                .filter(Page.Feed.class::isInstance)
                .map(Page.Feed.class::cast)
                .toList();
        new Syndicated(address, held.files(), found).check(feeds);
        List<Diagnostic> known = diagnostics.all();
        diagnostics.addAll(oncePerMistake(found.all().stream()
                .filter(diagnostic -> !isKnown(diagnostic, known))
                .toList()));
    }

    /**
     * Asks whether what the site links to elsewhere is still there.
     *
     * @param version Byline's, for the {@code User-Agent}
     * @param patience how long one answer may take
     * @return how many hosts did not answer
     */
    public int runOutside(String version, Duration patience, Diagnostics diagnostics) {
        Map<String, Place> links = new TreeMap<>();
        for (PageUnderCheck page : rendered(new Diagnostics())) {
            for (Element link : page.html().select("a[href^=http]")) {
                String address = link.attr("href").replaceFirst("#.*$", "");
                boolean own = address.startsWith(site.settings().url().toString());
                boolean written = page.source().isPresent() && page.place(link).line() > 0;
                if (!own && written) {
                    links.putIfAbsent(address, page.place(link));
                }
            }
        }
        return new Outside(version, patience, diagnostics).ask(links);
    }

    private List<PageUnderCheck> rendered(Diagnostics found) {
        List<PageUnderCheck> rendered = new ArrayList<>();
        for (Page page : pages) {
            byte[] html = held.files().get(page.route().file());
            if (page instanceof Page.Themed && html != null) {
                rendered.add(new PageUnderCheck(
                        page,
                        Jsoup.parse(
                                new String(html, StandardCharsets.UTF_8),
                                page.route().under(site.settings().url())),
                        html.length,
                        source(page),
                        found));
            }
        }
        return rendered;
    }

    private static Optional<Place> source(Page page) {
        if (page instanceof Page.ArticlePage article) {
            return Optional.of(Place.of(article.article().place().file()));
        }
        return page instanceof Page.Plain plain
                ? Optional.of(Place.of(plain.page().place().file()))
                : Optional.empty();
    }

    /** A link that the build has told of is told once. */
    private static boolean isKnown(Diagnostic found, List<Diagnostic> known) {
        return switch (found.rule()) {
            case "link-broken" -> known.stream().anyMatch(told -> told.message().equals(found.message()));
            case "fragment" -> known.stream().anyMatch(told -> told.place().equals(found.place()));
            default -> false;
        };
    }

    /** What the theme does wrong, it does on every page: once is enough. */
    private static List<Diagnostic> oncePerMistake(List<Diagnostic> all) {
        Map<String, Diagnostic> first = new HashMap<>();
        Map<String, Integer> more = new HashMap<>();
        List<Diagnostic> told = new ArrayList<>();
        for (Diagnostic diagnostic : all) {
            if (!diagnostic.place().file().startsWith("theme:")) {
                told.add(diagnostic);
                continue;
            }
            String key = diagnostic.rule() + diagnostic.message();
            first.putIfAbsent(key, diagnostic);
            more.merge(key, 1, Integer::sum);
        }
        first.forEach((key, diagnostic) -> told.add(
                more.get(key) == 1
                        ? diagnostic
                        : new Diagnostic(
                                diagnostic.severity(),
                                diagnostic.place(),
                                diagnostic.message() + " (and on " + (more.get(key) - 1) + " more pages)",
                                diagnostic.hint(),
                                diagnostic.rule())));
        return told;
    }
}
