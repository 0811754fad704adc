package dev.byline.image;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Text as shapes, in fonts that come with Byline: the fonts of a machine never show. Shaped as each script needs it, from
 * right to left where it is read so.
 */
final class Lettering {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** The fonts of the DejaVu family: serif for titles in Latin, Greek and Cyrillic, sans for more scripts. */
    enum Face {
        SERIF("DejaVuSerifCondensed-Bold.ttf"),
        SANS("DejaVuSansCondensed.ttf"),
        SANS_BOLD("DejaVuSansCondensed-Bold.ttf");

        private final String file;

        Face(String file) {
            this.file = file;
        }
    }

    private final Map<Face, Font> fonts = new ConcurrentHashMap<>();

    private Font font(Face face) {
        return fonts.computeIfAbsent(face, Lettering::load);
    }

    private static Font load(Face face) {
        String resource = "/net/sf/jasperreports/fonts/dejavu/" + face.file;
        try (InputStream in = Lettering.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("a broken jar: " + resource);
            }
            return Font.createFont(Font.TRUETYPE_FONT, new BufferedInputStream(in));
        } catch (IOException | FontFormatException broken) {
            throw new IllegalStateException("a broken jar: " + resource, broken);
        }
    }

    /** The first of the faces that has every character of a text. */
    Optional<Face> faceFor(String text, Face... faces) {
        for (Face face : faces) {
            if (font(face).canDisplayUpTo(text) < 0) {
                return Optional.of(face);
            }
        }
        return Optional.empty();
    }

    /** One line of text, ready to be drawn. */
    record Line(TextLayout layout, double width) {
        /** Draws the line with its base at {@code y}; {@code x} is its left end. */
        void draw(Graphics2D graphics, double x, double y) {
            graphics.fill(layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
        }
    }

    Line line(String text, Face face, float size) {
        TextLayout layout = new TextLayout(text, font(face).deriveFont(size), EXACT);
        return new Line(layout, layout.getAdvance());
    }

    /**
     * Breaks a text into lines.
     *
     * @param most how many lines there may be; the last ends in an ellipsis where the text is longer
     * @return empty where a single word is wider than a line
     */
    Optional<List<String>> wrapped(String text, Face face, float size, double width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line(longer, face, size).width() <= width) {
                line.setLength(0);
                line.append(longer);
            } else if (line.isEmpty() || line(word, face, size).width() > width) {
                return Optional.empty();
            } else {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            }
        }
        lines.add(line.toString());
        return lines.size() <= most ? Optional.of(lines) : Optional.empty();
    }

    /** As much of a text as fits into a line, with an ellipsis where it is cut. */
    String cut(String text, Face face, float size, double width) {
        String shown = text;
        int end = text.length();
        while (line(shown, face, size).width() > width && end > 1) {
            end = text.offsetByCodePoints(end, -1);
            shown = text.substring(0, end).stripTrailing() + "…";
        }
        return shown;
    }
}
