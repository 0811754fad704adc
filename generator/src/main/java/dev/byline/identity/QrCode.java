package dev.byline.identity;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Optional;

/** An address as a drawing that a phone's camera reads (ISO/IEC 18004). */
final class QrCode {
    /** The free space around it, in modules, that cameras need. */
    private static final int QUIET = 4;

    private QrCode() {}

    /**
     * Draws one: dark on white, whatever the page around it.
     *
     * @param title what the drawing is, for those who do not see it; already escaped for XML
     * @return empty for an address that no code can hold
     */
    static Optional<String> svg(String address, String title) {
        try {
            ByteMatrix modules = Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
            int size = modules.getWidth() + 2 * QUIET;
            return Optional.of("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                    + "\" width=\"" + 8 * size + "\" height=\"" + 8 * size
                    + "\" role=\"img\" shape-rendering=\"crispEdges\"><title>" + title
                    + "</title><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "H0z\"/><path d=\"" + path(modules)
                    + "\"/></svg>\n");
        } catch (WriterException tooLong) {
            return Optional.empty();
        }
    }

    /** Each row's dark modules, run by run. */
    private static String path(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); ) {
                int start = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    int run = x - start;
                    path.append('M').append(start + QUIET).append(' ').append(y + QUIET);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                } else {
                    x++;
                }
            }
        }
        return path.toString();
    }
}
