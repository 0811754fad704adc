package dev.byline.image;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import dev.byline.site.ImageFacts;
import dev.byline.site.ImageFormat;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Makes the icons that browsers and phones ask for, all from one logo. Threads may share it. */
public final class Icons {
    private static final String RECIPE = "byline icon 1 ";

    private final Shelf shelf;

    /**
     * Opens the works.
     *
     * @param cache a folder of their own
     */
    public Icons(Path cache) {
        this.shelf = new Shelf(cache);
    }

    /**
     * An icon.
     *
     * @param logo an SVG, PNG or JPEG
     * @param size its width and height in pixels
     * @param ico whether it is a {@code favicon.ico}; a PNG otherwise
     * @return empty where the logo cannot be drawn
     */
    public Optional<Path> make(Path logo, ImageFacts facts, int size, boolean ico) throws IOException {
        String key = Digests.of(RECIPE + size + ico + java.util.Arrays.hashCode(Files.readAllBytes(logo)));
        Path folder = shelf.folder(key, aside -> {
            Optional<BufferedImage> icon = drawn(logo, facts, size);
            if (icon.isPresent()) {
                try (OutputStream out = Files.newOutputStream(aside.resolve("icon"))) {
                    write(icon.get(), size, ico, out);
                }
            }
        });
        return Optional.of(folder.resolve("icon")).filter(Files::isRegularFile);
    }

    private static void write(BufferedImage icon, int size, boolean ico, OutputStream out) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(icon, "png", png);
        if (ico) {
            // An icon file may hold a PNG: a directory of one entry, and the image behind it.
            ByteBuffer head = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
            head.putShort((short) 0).putShort((short) 1).putShort((short) 1);
            head.put((byte) size)
                    .put((byte) size)
                    .put((byte) 0)
                    .put((byte) 0)
                    .putShort((short) 1)
                    .putShort((short) 32);
            head.putInt(png.size()).putInt(22);
            out.write(head.array());
        }
        png.writeTo(out);
    }

    private static Optional<BufferedImage> drawn(Path logo, ImageFacts facts, int size) {
        try {
            BufferedImage icon = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = icon.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            if (facts.format() == ImageFormat.SVG) {
                SVGDocument drawing = svg(logo);
                drawing.render((java.awt.Component) null, graphics, new ViewBox(size, size));
            } else {
                int width = facts.width() >= facts.height() ? size : Math.max(1, size * facts.width() / facts.height());
                BufferedImage image = Raster.read(logo, facts, 1, Math.min(width, facts.width()));
                graphics.drawImage(image, (size - image.getWidth()) / 2, (size - image.getHeight()) / 2, null);
            }
            graphics.dispose();
            return Optional.of(icon);
        } catch (IOException | RuntimeException cannotBeDrawn) {
            return Optional.empty();
        }
    }

    private static SVGDocument svg(Path logo) throws IOException {
        try (InputStream in = Files.newInputStream(logo)) {
            SVGDocument drawing = new SVGLoader().load(in, null, LoaderContext.createDefault());
            if (drawing == null) {
                throw new IOException("no drawing");
            }
            return drawing;
        }
    }
}
