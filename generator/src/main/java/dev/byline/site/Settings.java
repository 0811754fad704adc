package dev.byline.site;

import dev.byline.diagnostic.Place;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code site.yml} says.
 *
 * @param url the site's address, ending in {@code /}; its path is the base path
 * @param languages the default one first; at least one
 * @param permalink the pattern of an article's address
 * @param accounts the company's, in the order written
 * @param networks ids of the networks that drafts are made for, in the order written
 * @param feedEntries how many entries a feed holds at most
 * @param gathered the state that a newly gathered item gets
 * @param rawHtml whether HTML in Markdown passes
 * @param theme options of the theme, by name
 * @param custom for themes of one's own
 */
public record Settings(
        Localized title,
        Localized tagline,
        Localized description,
        URI url,
        ZoneId timeZone,
        List<Locale> languages,
        String permalink,
        Organization organization,
        List<Account> accounts,
        List<String> networks,
        int feedEntries,
        Feedback.Moderation gathered,
        boolean rawHtml,
        List<NavigationLink> navigation,
        Map<String, String> theme,
        Map<String, Object> custom,
        Place place) {
    public Settings {
        languages = List.copyOf(languages);
        accounts = List.copyOf(accounts);
        networks = List.copyOf(networks);
        navigation = List.copyOf(navigation);
        if (!url.getPath().endsWith("/")) {
            throw new IllegalArgumentException("the site's address has no / at its end: " + url);
        }
    }

    public Locale defaultLanguage() {
        return languages.get(0);
    }

    /** Who stands behind the blog. */
    public record Organization(String name, Optional<String> url, Optional<String> logo) {}

    /** An entry of the header's navigation; {@code link} is absolute from the site's root, or a full address. */
    public record NavigationLink(Localized label, String link) {}
}
