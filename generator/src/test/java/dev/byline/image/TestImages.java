package dev.byline.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Images that tests make: four quarters in four colours, so that a turn shows. */
final class TestImages {
    static final Color TOP_LEFT = new Color(200, 30, 30);
    static final Color TOP_RIGHT = new Color(30, 160, 40);
    static final Color BOTTOM_LEFT = new Color(30, 40, 200);
    static final Color BOTTOM_RIGHT = new Color(220, 200, 40);

    private TestImages() {}

    static BufferedImage quarters(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        Color[] colors = {TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT};
        for (int i = 0; i < colors.length; i++) {
            graphics.setColor(colors[i]);
            graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, width - width / 2, height - height / 2);
        }
        graphics.dispose();
        return image;
    }

    static byte[] bytes(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    static byte[] jpeg(int width, int height) {
        return bytes(quarters(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] png(int width, int height) {
        return bytes(quarters(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    /** A JPEG with an EXIF segment that holds an orientation and a place, as a phone writes it. */
    static byte[] photograph(int width, int height, int orientation) {
        byte[] jpeg = jpeg(width, height);
        byte[] exif = exif(orientation);
        ByteBuffer photograph = ByteBuffer.allocate(jpeg.length + exif.length + 4);
        photograph
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) 0xE1)
                .putShort((short) (exif.length + 2))
                .put(exif);
        return photograph.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** As of EXIF 2.32: an orientation in IFD 0, and a GPS directory with a latitude's reference. */
    private static byte[] exif(int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(96);
        exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 3);
        entry(exif, 0x010E, 2, 20, 50);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        entry(exif, 0x8825, 4, 1, 70);
        exif.putInt(0);
        exif.position(6 + 50);
        exif.put("SECRET KITCHEN TABLE".getBytes(StandardCharsets.ISO_8859_1));
        exif.position(6 + 70);
        exif.putShort((short) 1);
        exif.putShort((short) 1).putShort((short) 2).putInt(2).put("N\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        return exif.array();
    }

    private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
        exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }
}
