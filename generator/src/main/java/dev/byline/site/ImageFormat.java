package dev.byline.site;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The image formats that browsers show, told by their first bytes and not by their name. */
public enum ImageFormat {
    PNG("png", "image/png"),
    JPEG("jpg jpeg", "image/jpeg"),
    GIF("gif", "image/gif"),
    WEBP("webp", "image/webp"),
    AVIF("avif", "image/avif"),
    SVG("svg", "image/svg+xml"),
    ICO("ico", "image/x-icon");

    /** How many bytes {@link #of} wants to see: an SVG may begin with a declaration and comments. */
    public static final int HEAD = 4096;

    /** Separated by spaces. */
    private final String extensions;

    private final String mediaType;

    ImageFormat(String extensions, String mediaType) {
        this.extensions = extensions;
        this.mediaType = mediaType;
    }

    /** As HTTP and HTML name it (RFC 2046, RFC 9649 and the registrations of IANA). */
    public String mediaType() {
        return mediaType;
    }

    /** The format that a file's name claims; empty where it claims to be no image. */
    public static Optional<ImageFormat> claimedBy(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> List.of(format.extensions.split(" ")).contains(extension))
                .findFirst();
    }

    /** The format that a file's first bytes show. */
    public static Optional<ImageFormat> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        if (text.startsWith("ftypavif", 4) || text.startsWith("ftypavis", 4)) {
            return Optional.of(AVIF);
        }
        if (text.startsWith("\u0000\u0000\u0001\u0000")) {
            return Optional.of(ICO);
        }
        return text.contains("<svg") ? Optional.of(SVG) : Optional.empty();
    }
}
