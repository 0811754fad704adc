package dev.byline.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes a share card as a PNG that says who is on it, for programs that cannot read letters.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#11textinfo">PNG, textual information: the keyword Author</a>
 */
final class CardFile {
    private static final String FORMAT = "javax_imageio_png_1.0";

    private CardFile() {}

    /** One line for each person: {@code Giulia Ferri @giulia@social.example}. */
    static void write(BufferedImage drawn, ShareCard card, Path file) throws IOException {
        ImageWriter png = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            IIOMetadata metadata = png.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromBufferedImageType(drawn.getType()), png.getDefaultWriteParam());
            IIOMetadataNode root = new IIOMetadataNode(FORMAT);
            IIOMetadataNode texts = new IIOMetadataNode("iTXt");
            card.shown().forEach(person -> texts.appendChild(author((person.name() + " " + person.handle()).strip())));
            root.appendChild(texts);
            metadata.mergeTree(FORMAT, root);
            png.setOutput(out);
            png.write(new IIOImage(drawn, null, metadata));
        } finally {
            png.dispose();
        }
    }

    private static IIOMetadataNode author(String text) {
        IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
        entry.setAttribute("keyword", "Author");
        entry.setAttribute("compressionFlag", "FALSE");
        entry.setAttribute("compressionMethod", "0");
        entry.setAttribute("languageTag", "");
        entry.setAttribute("translatedKeyword", "");
        entry.setAttribute("text", text);
        return entry;
    }
}
