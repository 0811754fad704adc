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
                    replace(paragraph, image);
                }
            }
        });
    }

    private static void replace(Paragraph paragraph, Image image) {
        paragraph.insertBefore(of(image));
        paragraph.unlink();
    }

    /** A figure of an image, which is taken from where it was. */
    static Figure of(Image image) {
        if (image.getTitle() == null) {
            Figure bare = new Figure("", "");
            bare.appendChild(image);
            return bare;
        }
        String[] parts = image.getTitle().split("\\s*\\|\\s*", 2);
        Figure figure = new Figure(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
        image.setTitle(null);
        figure.appendChild(image);
        return figure;
    }
}
