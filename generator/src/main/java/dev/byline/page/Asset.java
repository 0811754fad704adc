package dev.byline.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A style sheet or script of the theme. Its name changes with its content, so that browsers may keep it for ever.
 *
 * @param integrity what browsers check it against: {@code sha256-...}
 * @see <a href="https://www.w3.org/TR/sri-1/">Subresource Integrity</a>
 */
public record Asset(Route route, String integrity, String content) {
    /** The folder of all assets. */
    public static final Route FOLDER = new Route("assets/");

    /** How much of the digest stands in the name. */
    private static final int BYTES_IN_NAME = 5;

    /**
     * Names an asset.
     *
     * @param name such as {@code byline}
     * @param extension such as {@code css}
     */
    public static Asset of(String name, String extension, String text) {
        byte[] digest = digest(text.getBytes(StandardCharsets.UTF_8));
        String mark = HexFormat.of().formatHex(digest, 0, BYTES_IN_NAME);
        return new Asset(
                FOLDER.resolve(name + "-" + mark + "." + extension),
                "sha256-" + Base64.getEncoder().encodeToString(digest),
                text);
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
