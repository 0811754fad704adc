package dev.byline.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * An image alone in its paragraph, with a title: {@code ![A drum](drum.png "A drum roaster | Photo: Marta Ruiz")}.
 *
 * <p>The title is the caption; what follows a vertical bar is the credit. The image stays its only child.
 */
final class Figure extends CustomBlock {
    private final String caption;
    private final String credit;

    private Figure(String caption, String credit) {
        this.caption = caption;
        this.credit = credit;
    }

    String caption() {
        return caption;
    }

    String credit() {
        return credit;
    }

    /** Puts a figure in the place of each paragraph that is one. */
    static void replaceIn(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Paragraph paragraph) {
                if (paragraph.getFirstChild() instanceof Image image
                        && image.getNext() == null
                        && image.getTitle() != null) {
                    paragraph.insertBefore(of(image));
                    paragraph.unlink();
                }
            }
        });
    }

    /** Takes an image, and its title as caption and credit; without a title there are none. */
    static Figure of(Image image) {
        String title = image.getTitle() == null ? "" : image.getTitle();
        String[] parts = title.split("\\s*\\|\\s*", 2);
        Figure figure = new Figure(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
        image.setTitle(null);
        figure.appendChild(image);
        return figure;
    }
}
