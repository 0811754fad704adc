package dev.byline.markdown;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * A film or a recording, written as an image: {@code ![How we roast](roast.mp4)}. Nothing of it is loaded before a reader
 * starts it.
 */
final class Media extends CustomNode {
    private static final Set<String> FILMS = Set.of("mp4", "webm", "ogv");
    private static final Set<String> RECORDINGS = Set.of("mp3", "ogg", "oga", "m4a", "wav", "flac");

    private final String tag;
    private final String address;
    private final String description;

    private Media(String tag, String address, String description) {
        this.tag = tag;
        this.address = address;
        this.description = description;
    }

    /** Puts a player in the place of each image that is none; addresses are right by now. */
    static void replaceIn(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                tag(image.getDestination()).ifPresent(tag -> {
                    image.insertBefore(new Media(tag, image.getDestination(), PlainText.of(image)));
                    image.unlink();
                });
            }
        });
    }

    private static Optional<String> tag(String address) {
        String path = address.split("[?#]", 2)[0];
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return FILMS.contains(ending)
                ? Optional.of("video")
                : RECORDINGS.contains(ending) ? Optional.of("audio") : Optional.empty();
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("controls", null);
        attributes.put("preload", "none");
        attributes.put("src", address);
        if (!description.isEmpty()) {
            attributes.put("aria-label", description);
        }
        return attributes;
    }

    /** Writes players, with a link for who has none. */
    record Renderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Media.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Media media) {
                HtmlWriter html = context.getWriter();
                html.tag(media.tag, media.attributes());
                html.tag("a", Map.of("href", media.address));
                html.text(media.description.isEmpty() ? name(media.address) : media.description);
                html.tag("/a");
                html.tag("/" + media.tag);
            }
        }

        private static String name(String address) {
            return address.substring(address.lastIndexOf('/') + 1);
        }
    }
}
