package dev.byline.hosting;

import dev.byline.network.Nostr;
import dev.byline.page.Page;
import dev.byline.page.Routes;
import dev.byline.site.Author;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Renders the files for programs. Threads may share it. */
public final class ProgramFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Site site;
    private final Settings settings;
    private final Routes routes;
    private final List<Page> pages;

    /**
     * Prepares the files of one build.
     *
     * @param pages all that will exist
     */
    public ProgramFiles(Site site, Routes routes, List<Page> pages) {
        this.site = site;
        this.settings = site.settings();
        this.routes = routes;
        this.pages = List.copyOf(pages);
    }

    /** The content of one of the files. */
    public byte[] render(Page.ForPrograms page) {
        WebServers servers = new WebServers(settings);
        return switch (page.kind()) {
            case SITEMAP -> new Sitemap(site, routes).of(pages);
            case ROBOTS -> utf8(robots());
            case HUMANS -> utf8(humans());
            case SECURITY -> utf8(settings.security().map(this::security).orElse(""));
            case NOSTR -> utf8(nostr());
            case ATPROTO_DID -> utf8(settings.did().orElse(""));
            case MANIFEST -> utf8(manifest());
            case HEADERS -> utf8(servers.headersFile());
            case REDIRECTS -> utf8(servers.webFingerRules(site.authors(), routes) + servers.redirectsFile(redirects()));
            case NGINX_HEADERS -> utf8(servers.nginxHeaders());
            case NGINX_REDIRECTS -> utf8(servers.nginxRedirects(redirects()));
            case NGINX_WEBFINGER -> utf8(servers.nginxWebFinger(site.authors(), routes));
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Page.Redirect> redirects() {
        return pages.stream()
                .filter(Page.Redirect.class::isInstance)
                .map(Page.Redirect.class::cast)
                .toList();
    }

    /** Everything may be read (RFC 9309). */
    private String robots() {
        return "User-agent: *\nAllow: /\n\nSitemap: "
                + Page.ForPrograms.Kind.SITEMAP.route().under(settings.url()) + "\n";
    }

    /** Who is behind the site, as humanstxt.org words it. */
    private String humans() {
        return "/* TEAM */\n"
                + site.authors().stream().map(this::human).collect(Collectors.joining("\n"))
                + "\n/* SITE */\nLanguages: "
                + settings.languages().stream()
                        .map(java.util.Locale::toLanguageTag)
                        .collect(Collectors.joining(", "))
                + "\nMade with: Byline\n";
    }

    private String human(Author author) {
        StringBuilder lines = new StringBuilder();
        String role = author.role().in(settings.defaultLanguage());
        lines.append(role.isEmpty() ? "Author" : role)
                .append(": ")
                .append(author.name())
                .append('\n');
        author.handles()
                .forEach(handle -> lines.append(handle.network())
                        .append(": ")
                        .append(handle.name())
                        .append('\n'));
        return lines.append("Page: ")
                .append(routes.author(author).under(settings.url()))
                .append('\n')
                .toString();
    }

    /** Who hears of a hole (RFC 9116). */
    private String security(Settings.Security security) {
        StringBuilder lines = new StringBuilder();
        security.contacts()
                .forEach(contact -> lines.append("Contact: ").append(contact).append('\n'));
        lines.append("Expires: ")
                .append(security.expires()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .append('\n');
        security.policy()
                .ifPresent(policy -> lines.append("Policy: ").append(policy).append('\n'));
        lines.append("Preferred-Languages: ")
                .append(settings.languages().stream()
                        .map(java.util.Locale::toLanguageTag)
                        .collect(Collectors.joining(", ")))
                .append("\nCanonical: ")
                .append(Page.ForPrograms.Kind.SECURITY.route().under(settings.url()))
                .append('\n');
        return lines.toString();
    }

    /** Which key is whose, for programs that show {@code giulia-ferri@blog.example.com} (Nostr, NIP-05). */
    private String nostr() {
        Map<String, String> names = new LinkedHashMap<>();
        site.authors()
                .forEach(author -> author.handleOn("nostr")
                        .flatMap(handle -> Nostr.publicKey(handle.name()))
                        .ifPresent(key -> names.put(author.id(), key)));
        return JSON.writeValueAsString(Map.of("names", names)) + "\n";
    }

    private List<Map<String, Object>> icons() {
        return pages.stream()
                .filter(page ->
                        page instanceof Page.Icon icon && icon.route().path().startsWith("icon-"))
                .map(page -> icon((Page.Icon) page))
                .toList();
    }

    private static Map<String, Object> icon(Page.Icon icon) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("src", icon.route().path());
        entry.put("sizes", icon.size() + "x" + icon.size());
        entry.put("type", "image/png");
        return entry;
    }

    /** What a phone shows when a reader keeps the site (W3C Web Application Manifest). */
    private String manifest() {
        Map<String, Object> manifest = new LinkedHashMap<>();
        String name = settings.title().in(settings.defaultLanguage());
        manifest.put("name", name);
        manifest.put("short_name", name);
        manifest.put("lang", settings.defaultLanguage().toLanguageTag());
        manifest.put("start_url", settings.url().getRawPath());
        manifest.put("scope", settings.url().getRawPath());
        manifest.put("display", "browser");
        manifest.put("icons", icons());
        return JSON.writeValueAsString(manifest) + "\n";
    }
}
