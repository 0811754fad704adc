package dev.byline.markdown;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * An address alone in its paragraph: {@code https://www.youtube.com/watch?v=abc} becomes a card with the words "YouTube"
 * and "youtube.com/watch?v=abc".
 *
 * <p>Nothing is asked of the other site, neither by the build nor by a reader's browser, until the reader follows it.
 */
final class Embed extends CustomBlock {
    private static final Map<String, String> SITES = Map.ofEntries(
            Map.entry("youtube.com", "YouTube"),
            Map.entry("youtu.be", "YouTube"),
            Map.entry("youtube-nocookie.com", "YouTube"),
            Map.entry("vimeo.com", "Vimeo"),
            Map.entry("dailymotion.com", "Dailymotion"),
            Map.entry("twitch.tv", "Twitch"),
            Map.entry("bsky.app", "Bluesky"),
            Map.entry("x.com", "X"),
            Map.entry("twitter.com", "X"),
            Map.entry("threads.net", "Threads"),
            Map.entry("threads.com", "Threads"),
            Map.entry("mastodon.social", "Mastodon"),
            Map.entry("github.com", "GitHub"),
            Map.entry("gist.github.com", "GitHub"),
            Map.entry("gitlab.com", "GitLab"),
            Map.entry("codeberg.org", "Codeberg"),
            Map.entry("codepen.io", "CodePen"),
            Map.entry("soundcloud.com", "SoundCloud"),
            Map.entry("spotify.com", "Spotify"),
            Map.entry("bandcamp.com", "Bandcamp"),
            Map.entry("podcasts.apple.com", "Apple Podcasts"),
            Map.entry("instagram.com", "Instagram"),
            Map.entry("tiktok.com", "TikTok"),
            Map.entry("linkedin.com", "LinkedIn"),
            Map.entry("facebook.com", "Facebook"),
            Map.entry("reddit.com", "Reddit"),
            Map.entry("flickr.com", "Flickr"),
            Map.entry("wikipedia.org", "Wikipedia"),
            Map.entry("openstreetmap.org", "OpenStreetMap"));

    /** The addresses of posts and films on servers of one's own: {@code /@user/123}, {@code /w/id}. */
    private static final Pattern MASTODON_POST = Pattern.compile("/@[^/]+/\\d{6,}/?");

    private static final Pattern PEERTUBE_FILM =
            Pattern.compile("/w/[1-9A-HJ-NP-Za-km-z]{22}/?|/videos/watch/[0-9a-f-]{36}/?");
    private static final Pattern DECORATION = Pattern.compile("^https?://(?:www\\.)?|/$", Pattern.CASE_INSENSITIVE);

    private final String address;
    private final String site;

    private Embed(String address, String site) {
        this.address = address;
        this.site = site;
    }

    /** Puts a card in the place of each paragraph that is only an address. */
    static void replaceIn(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Paragraph paragraph) {
                if (!(paragraph.getParent() instanceof ListItem)
                        && paragraph.getFirstChild() instanceof Link link
                        && link.getNext() == null
                        && isBare(link)) {
                    replace(paragraph, link.getDestination());
                }
            }
        });
    }

    /** Whether a link's words are its address. */
    static boolean isBare(Link link) {
        if (!(link.getFirstChild() instanceof Text text) || text.getNext() != null) {
            return false;
        }
        String words = text.getLiteral();
        String address = link.getDestination();
        return address.equals(words) || address.endsWith("://" + words) || address.equals("mailto:" + words);
    }

    private static void replace(Paragraph paragraph, String address) {
        String host = host(address);
        if (!host.isEmpty()) {
            paragraph.insertBefore(new Embed(address, site(host, address)));
            paragraph.unlink();
        }
    }

    /** The host of an address of the web, without {@code www}; empty for others, and for what is no address. */
    private static String host(String address) {
        try {
            URI uri = URI.create(address.split("[?#]", 2)[0]);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null
                    ? uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "")
                    : "";
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    private static String site(String host, String address) {
        String path = address.replaceFirst("^https?://[^/]*", "").split("[?#]", 2)[0];
        for (String known = host; known.contains("."); known = known.substring(known.indexOf('.') + 1)) {
            if (SITES.containsKey(known)) {
                return SITES.get(known);
            }
        }
        if (MASTODON_POST.matcher(path).matches()) {
            return "Mastodon";
        }
        return PEERTUBE_FILM.matcher(path).matches() ? "PeerTube" : host;
    }

    /** Writes cards. */
    record Renderer(HtmlNodeRendererContext context, boolean affiliate) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Embed.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Embed embed) {
                HtmlWriter html = context.getWriter();
                html.line();
                html.tag("p", Map.of("class", "embed"));
                Map<String, String> link = new LinkedHashMap<>();
                link.put("href", embed.address);
                link.put("rel", affiliate ? "noopener sponsored" : "noopener");
                html.tag("a", link);
                span("embed-site", embed.site);
                html.text(" ");
                span("embed-address", DECORATION.matcher(embed.address).replaceAll(""));
                html.tag("/a");
                html.tag("/p");
                html.line();
            }
        }

        private void span(String name, String text) {
            context.getWriter().tag("span", Map.of("class", name));
            context.getWriter().text(text);
            context.getWriter().tag("/span");
        }
    }
}
