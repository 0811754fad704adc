package dev.byline.credits;

import dev.byline.site.Article;
import dev.byline.site.Author;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The people on a share card, as the image names them. A title that cannot be lettered has no card. */
final class Card implements Surface {
    private final Built built;

    Card(Built built) {
        this.built = built;
    }

    @Override
    public String name() {
        return "share card";
    }

    @Override
    public List<Author> expected(Article article) {
        return built.file(built.routes().card(article)).isEmpty() ? List.of() : article.authors();
    }

    @Override
    public boolean credits(Article article, Author author) {
        String line = (author.name() + " " + Built.handle(author)).strip();
        return built.file(built.routes().card(article))
                .map(Card::people)
                .orElse(List.of())
                .contains(line);
    }

    private static List<String> people(Path file) {
        List<String> people = new ArrayList<>();
        ImageReader png = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            png.setInput(in);
            Element root = (Element) png.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            NodeList texts = root.getElementsByTagName("iTXtEntry");
            for (int i = 0; i < texts.getLength(); i++) {
                Element text = (Element) texts.item(i);
                if (text.getAttribute("keyword").equals("Author")) {
                    people.add(text.getAttribute("text"));
                }
            }
        } catch (IOException unreadable) {
            return List.of();
        } finally {
            png.dispose();
        }
        return people;
    }
}
