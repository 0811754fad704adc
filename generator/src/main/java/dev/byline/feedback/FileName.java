package dev.byline.feedback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes the name of a file of somebody else's word, so that it can name no other folder and no two words one file. */
public final class FileName {
    private static final int MAX_LENGTH = 80;

    private FileName() {}

    /** The word itself where it is harmless, otherwise what is harmless of it and a digest. */
    public static String of(String opaque) {
        if (opaque.matches("[a-z0-9][a-z0-9_-]{0," + (MAX_LENGTH - 1) + "}")) {
            return opaque;
        }
        String harmless = opaque.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String start = harmless.substring(0, Math.min(harmless.length(), 30)).replaceAll("^-+|-+$", "");
        return (start + "-" + digest(opaque)).replaceAll("^-", "");
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
