package dev.byline.markdown;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * An address alone in its paragraph: a card that names the place and leads there. Nothing of the other place is loaded:
 * who reads a page is nobody's business.
 */
final class Embed extends CustomBlock {
    private static final Map<String, String> SITES = Map.ofEntries(
            Map.entry("youtube.com", "YouTube"),
            Map.entry("youtu.be", "YouTube"),
            Map.entry("vimeo.com", "Vimeo"),
            Map.entry("github.com", "GitHub"),
            Map.entry("gitlab.com", "GitLab"),
            Map.entry("codeberg.org", "Codeberg"),
            Map.entry("soundcloud.com", "SoundCloud"),
            Map.entry("open.spotify.com", "Spotify"),
            Map.entry("bsky.app", "Bluesky"),
            Map.entry("x.com", "X"),
            Map.entry("twitter.com", "X"),
            Map.entry("linkedin.com", "LinkedIn"),
            Map.entry("instagram.com", "Instagram"),
            Map.entry("tiktok.com", "TikTok"),
            Map.entry("threads.net", "Threads"),
            Map.entry("reddit.com", "Reddit"),
            Map.entry("mastodon.social", "Mastodon"));

    private final String url;
    private final String host;

    private Embed(String url, String host) {
        this.url = url;
        this.host = host;
    }

    String url() {
        return url;
    }

    /** The place's name, as people call it; its host where nobody calls it anything. */
    String site() {
        return SITES.getOrDefault(host, host);
    }

    /** The address as people read it. */
    String address() {
        return url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }

    /** Puts a card in the place of each paragraph that is one. */
    static void replaceIn(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Paragraph paragraph) {
                if (paragraph.getParent() == document
                        && paragraph.getFirstChild() instanceof Link link
                        && link.getNext() == null
                        && link.getFirstChild() instanceof Text text
                        && text.getNext() == null
                        && text.getLiteral().equals(link.getDestination())) {
                    host(link.getDestination())
                            .ifPresent(host -> paragraph.insertBefore(new Embed(link.getDestination(), host)));
                    if (paragraph.getPrevious() instanceof Embed) {
                        paragraph.unlink();
                    }
                }
            }
        });
    }

    private static Optional<String> host(String url) {
        try {
            URI uri = URI.create(url);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web
                    ? Optional.ofNullable(uri.getHost()).map(h -> h.replaceFirst("^(www|m)\\.", ""))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
