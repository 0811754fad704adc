package dev.byline.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * A paragraph that is nothing but two images or more: each is a {@link Figure} of it.
 *
 * <pre>
 * ![A drum](drum.png "The drum")
 * ![Beans](beans.png)
 * </pre>
 */
final class Gallery extends CustomBlock {
    private Gallery() {}

    /** Puts a gallery in the place of each paragraph that is one. */
    static void replaceIn(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Paragraph paragraph) {
                List<Image> images = images(paragraph);
                if (images.size() > 1) {
                    replace(paragraph, images);
                }
            }
        });
    }

    /** The images of a paragraph; none where it holds anything else. */
    private static List<Image> images(Paragraph paragraph) {
        List<Image> images = new ArrayList<>();
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Image image) {
                images.add(image);
            } else if (!(node instanceof SoftLineBreak
                    || (node instanceof Text text && text.getLiteral().isBlank()))) {
                return List.of();
            }
        }
        return images;
    }

    private static void replace(Paragraph paragraph, List<Image> images) {
        Gallery gallery = new Gallery();
        images.forEach(image -> gallery.appendChild(Figure.of(image)));
        paragraph.insertBefore(gallery);
        paragraph.unlink();
    }
}
