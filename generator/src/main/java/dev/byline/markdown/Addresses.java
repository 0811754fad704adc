package dev.byline.markdown;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.page.Images;
import dev.byline.page.Links;
import dev.byline.page.Route;
import dev.byline.page.Target;
import dev.byline.site.Html;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Gives every link and image the address that it has in the site, and collects what is still to be checked. */
final class Addresses extends AbstractVisitor {
    private final Links links;
    private final Place file;
    private final Positions positions;
    private final Diagnostics diagnostics;
    private final List<Written.Reference> references = new ArrayList<>();
    private final List<Target.Attached> attachments = new ArrayList<>();
    private final Images images;
    private final Map<Image, dev.byline.page.Image> known = new HashMap<>();
    private Optional<Place> html = Optional.empty();

    Addresses(Links links, Images images, Place file, Positions positions, Diagnostics diagnostics) {
        this.links = links;
        this.images = images;
        this.file = file;
        this.positions = positions;
        this.diagnostics = diagnostics;
    }

    List<Written.Reference> references() {
        return references;
    }

    List<Target.Attached> attachments() {
        return attachments;
    }

    /** The images whose size is known. */
    Map<Image, dev.byline.page.Image> known() {
        return known;
    }

    /** Where the first HTML stands whose addresses are still as written. */
    Optional<Place> html() {
        return html;
    }

    /** Takes over what was found in HTML. */
    void add(RawHtml html) {
        references.addAll(html.references());
        attachments.addAll(html.attachments());
    }

    @Override
    public void visit(HtmlBlock block) {
        html = html.or(() -> Optional.of(positions.of(block)));
    }

    @Override
    public void visit(HtmlInline inline) {
        html = html.or(() -> Optional.of(positions.of(inline)));
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        resolve(link, link.getDestination(), link::setDestination);
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        Target target = links.find(file.file(), image.getDestination());
        images.of(target).ifPresent(size -> known.put(image, size));
        if (target instanceof Target.External external && isWeb(external.url())) {
            diagnostics.warning(
                    positions.of(image),
                    "an image on another host: the page's policy keeps readers' browsers from asking it",
                    "put it beside the article");
        }
        resolve(image, image.getDestination(), image::setDestination);
    }

    private void resolve(Node node, String written, Consumer<String> setDestination) {
        Target target = links.find(file.file(), written);
        note(target, positions.of(node));
        if (target instanceof Target.Hidden || target instanceof Target.Broken) {
            unwrap(node);
        } else {
            setDestination.accept(address(target));
        }
    }

    private void note(Target target, Place place) {
        if (target instanceof Target.Broken broken) {
            diagnostics.error(place, broken.reason(), broken.hint());
        } else if (target instanceof Target.Hidden hidden) {
            diagnostics.warning(place, hidden.reason(), "its words are shown without the link until it is out");
        } else if (target instanceof Target.Attached attached) {
            attachments.add(attached);
        } else if (!(target instanceof Target.External)) {
            references.add(new Written.Reference(place, target));
        }
    }

    /** The address as it stands in {@link Html}. */
    static String address(Target target) {
        if (target instanceof Target.Internal internal) {
            return Html.ROOT + new Route(internal.path()).encoded() + internal.rest();
        }
        if (target instanceof Target.Attached attached) {
            return Html.ROOT + attached.route().encoded();
        }
        if (target instanceof Target.SamePage same) {
            return "#" + same.anchor();
        }
        return ((Target.External) target).url();
    }

    /** Whether an address leads to a page of another site. */
    static boolean isWeb(String address) {
        return address.regionMatches(true, 0, "http:", 0, 5)
                || address.regionMatches(true, 0, "https:", 0, 6)
                || address.startsWith("//");
    }

    private static void unwrap(Node node) {
        while (node.getFirstChild() != null) {
            node.insertBefore(node.getFirstChild());
        }
        node.unlink();
    }
}
