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

/** Images side by side: a paragraph that holds two or more images, and nothing else. Its children are figures. */
final class Gallery extends CustomBlock {
    /** Puts a gallery in the place of each paragraph that is one. */
    static void replaceIn(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Paragraph paragraph) {
                List<Image> images = images(paragraph);
                if (images.size() > 1) {
                    Gallery gallery = new Gallery();
                    images.forEach(image -> gallery.appendChild(Figure.of(image)));
                    paragraph.insertBefore(gallery);
                    paragraph.unlink();
                }
            }
        });
    }

    /** The images of a paragraph; none where something else stands in it. */
    private static List<Image> images(Paragraph paragraph) {
        List<Image> images = new ArrayList<>();
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Image image) {
                images.add(image);
            } else if (!(node instanceof SoftLineBreak)
                    && !(node instanceof Text text && text.getLiteral().isBlank())) {
                return List.of();
            }
        }
        return images;
    }
}
