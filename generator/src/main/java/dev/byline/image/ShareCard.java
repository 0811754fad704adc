package dev.byline.image;

import dev.byline.page.Page;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The picture of a piece that networks show beside a link to it: its title, and in front the people who wrote it, with
 * portrait, name and handle.
 *
 * @param title of the piece
 * @param people who wrote it; the first nine are shown
 * @param site the blog's name
 * @param rightToLeft whether the piece's language is written so
 * @param accent {@code #rrggbb}
 * @param paper {@code #rrggbb}
 * @param ink {@code #rrggbb}
 */
public record ShareCard(
        String title, List<Person> people, String site, boolean rightToLeft, String accent, String paper, String ink) {
    /** What X, LinkedIn, Mastodon and others show whole (Open Graph images are 1.91 : 1). */
    public static final int WIDTH = Page.Card.WIDTH;

    /** As {@link #WIDTH}. */
    public static final int HEIGHT = Page.Card.HEIGHT;

    private static final int MARGIN = 80;
    private static final int MOST_LINES = 4;
    private static final float[] TITLE_SIZES = {76, 66, 58, 50, 44, 38, 32};
    private static final int COLUMNS = 3;
    /** Beyond three rows of people no room is left for the title. */
    private static final int MOST_PEOPLE = 9;

    private static final int[] HUES = {0x8a3b12, 0x1d5c7a, 0x5b3f8c, 0x2f6130, 0x8a2f4f, 0x5d5416, 0x24508f, 0x6b4430};

    public ShareCard {
        people = List.copyOf(people);
    }

    /**
     * Somebody in front.
     *
     * @param handle may be empty
     * @param portrait a PNG or JPEG file
     * @param initials for one without a portrait
     * @param hue of the monogram, from 0 to 7
     */
    public record Person(String name, String handle, Optional<Path> portrait, String initials, int hue) {}

    /**
     * Draws the card.
     *
     * @param portraits the people's, as far as they could be read, in their order; null for a monogram
     * @return empty where the fonts lack a character of the title or of a name
     */
    Optional<BufferedImage> draw(Lettering lettering, List<Optional<BufferedImage>> portraits) {
        Optional<Lettering.Face> face = lettering.faceFor(title, Lettering.Face.SERIF, Lettering.Face.SANS_BOLD);
        boolean named = people.stream()
                .limit(MOST_PEOPLE)
                .allMatch(person -> lettering
                                .faceFor(person.name + person.handle, Lettering.Face.SANS_BOLD)
                                .isPresent()
                        && lettering.faceFor(person.handle, Lettering.Face.SANS).isPresent());
        boolean signed = lettering.faceFor(site, Lettering.Face.SANS_BOLD).isPresent();
        if (face.isEmpty() || !named || !signed) {
            return Optional.empty();
        }
        BufferedImage card = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = card.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.decode(paper));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.decode(accent));
        graphics.fillRect(rightToLeft ? WIDTH - 20 : 0, 0, 20, HEIGHT);
        drawSite(graphics, lettering);
        drawTitle(graphics, lettering, face.get());
        drawPeople(graphics, lettering, portraits);
        graphics.dispose();
        return Optional.of(card);
    }

    /** Where something begins that is so wide: at the side where reading begins. */
    private double start(double width, double offset) {
        return rightToLeft ? WIDTH - MARGIN - offset - width : MARGIN + offset;
    }

    private void drawSite(Graphics2D graphics, Lettering lettering) {
        String text = lettering.cut(site, Lettering.Face.SANS_BOLD, 28, WIDTH - 2 * MARGIN);
        Lettering.Line line = lettering.line(text, Lettering.Face.SANS_BOLD, 28);
        line.draw(graphics, start(line.width(), 0), 96);
    }

    private void drawTitle(Graphics2D graphics, Lettering lettering, Lettering.Face face) {
        double width = WIDTH - 2 * MARGIN;
        graphics.setColor(Color.decode(ink));
        for (float size : TITLE_SIZES) {
            Optional<List<String>> lines = lettering.wrapped(title, face, size, width, MOST_LINES);
            if (lines.isPresent() && lines.get().size() * size * 1.22 <= titleRoom()) {
                drawLines(graphics, lettering, face, size, lines.get());
                return;
            }
        }
        float smallest = TITLE_SIZES[TITLE_SIZES.length - 1];
        drawLines(graphics, lettering, face, smallest, List.of(lettering.cut(title, face, smallest, width)));
    }

    private void drawLines(
            Graphics2D graphics, Lettering lettering, Lettering.Face face, float size, List<String> lines) {
        double y = 140 + size;
        for (String text : lines) {
            Lettering.Line line = lettering.line(text, face, size);
            line.draw(graphics, start(line.width(), 0), y);
            y += size * 1.22;
        }
    }

    /** Those who are shown. */
    List<Person> shown() {
        return people.subList(0, Math.min(people.size(), MOST_PEOPLE));
    }

    private int rows() {
        return (shown().size() + COLUMNS - 1) / COLUMNS;
    }

    private int titleRoom() {
        return rows() < COLUMNS ? 300 : 230;
    }

    /** How large people are: the fewer, the larger. */
    private record Scale(int face, float name, float handle, int bottom) {
        static Scale of(int people) {
            return people == 1
                    ? new Scale(112, 36, 28, 80)
                    : people <= COLUMNS ? new Scale(88, 26, 21, 80) : new Scale(56, 22, 18, 44);
        }
    }

    private void drawPeople(Graphics2D graphics, Lettering lettering, List<Optional<BufferedImage>> portraits) {
        List<Person> shown = shown();
        Scale scale = Scale.of(shown.size());
        double column = (WIDTH - 2.0 * MARGIN) / Math.min(shown.size(), COLUMNS);
        for (int i = 0; i < shown.size(); i++) {
            int rowsBelow = rows() - 1 - i / COLUMNS;
            double y = HEIGHT - scale.bottom - scale.face - rowsBelow * (scale.face + 16);
            double offset = i % COLUMNS * column;
            Person person = shown.get(i);
            drawFace(graphics, lettering, person, portraits.get(i), start(scale.face, offset), y, scale.face);
            drawNames(graphics, lettering, person, scale, offset, y + scale.face / 2.0, column - scale.face - 40);
        }
    }

    private void drawNames(
            Graphics2D graphics,
            Lettering lettering,
            Person person,
            Scale scale,
            double offset,
            double middle,
            double room) {
        double beside = offset + scale.face + 24;
        String name = lettering.cut(person.name, Lettering.Face.SANS_BOLD, scale.name, room);
        Lettering.Line nameLine = lettering.line(name, Lettering.Face.SANS_BOLD, scale.name);
        graphics.setColor(Color.decode(ink));
        nameLine.draw(
                graphics,
                start(nameLine.width(), beside),
                person.handle.isEmpty() ? middle + scale.name * 0.35 : middle - 6);
        if (!person.handle.isEmpty()) {
            String handle = lettering.cut(person.handle, Lettering.Face.SANS, scale.handle, room);
            Lettering.Line line = lettering.line(handle, Lettering.Face.SANS, scale.handle);
            graphics.setColor(Color.decode(accent));
            line.draw(graphics, start(line.width(), beside), middle + scale.handle + 8);
        }
    }

    private static void drawFace(
            Graphics2D graphics,
            Lettering lettering,
            Person person,
            Optional<BufferedImage> portrait,
            double x,
            double y,
            int size) {
        Shape circle = new Ellipse2D.Double(x, y, size, size);
        if (portrait.isEmpty()) {
            graphics.setColor(new Color(HUES[Math.floorMod(person.hue, HUES.length)]));
            graphics.fill(circle);
            if (lettering.faceFor(person.initials, Lettering.Face.SANS_BOLD).isPresent()) {
                Lettering.Line initials = lettering.line(person.initials, Lettering.Face.SANS_BOLD, size * 0.36f);
                graphics.setColor(Color.WHITE);
                initials.draw(graphics, x + (size - initials.width()) / 2, y + size * 0.63);
            }
            return;
        }
        BufferedImage face = portrait.get();
        int side = Math.min(face.getWidth(), face.getHeight());
        BufferedImage square =
                face.getSubimage((face.getWidth() - side) / 2, (face.getHeight() - side) / 2, side, side);
        // A paint is cut at the circle with soft edges; a clip is not.
        graphics.setPaint(new java.awt.TexturePaint(
                Raster.shrunk(square, Math.min(size, side)), new Rectangle((int) x, (int) y, size, size)));
        graphics.fill(new RoundRectangle2D.Double((int) x, (int) y, size, size, size, size));
    }
}
