package dev.byline.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Names for posts that every copy of a site makes alike. */
final class Keys {
    /** The alphabet of a TID: it sorts as its numbers do. */
    private static final String BASE32_SORTABLE = "234567abcdefghijklmnopqrstuvwxyz";

    private static final int TID_LETTERS = 13;
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final int CLOCK_BITS = 10;

    private Keys() {}

    /** {@code sha256:} and the digest of a text, as the ledger has it. */
    static String ofText(String text) {
        return "sha256:" + sha256Hex(text);
    }

    /** A digest of what is posted by whom about what: half a SHA-256, as long as a UUID. */
    static String digest(Outgoing outgoing, int number) {
        return digest(outgoing, number, outgoing.parts().get(number - 1).whole());
    }

    /** The same, had the post these words. */
    static String digest(Outgoing outgoing, int number, String words) {
        return HexFormat.of().formatHex(sha256(identity(outgoing, number, words)), 0, 16);
    }

    /** A SHA-256 as hexadecimal digits. */
    static String sha256Hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    /**
     * A record key of the AT Protocol, made of the time that a post was planned for; what that leaves open is
     * filled from the post's identity.
     *
     * @see <a href="https://atproto.com/specs/tid">TID: 53 bits of microseconds, 10 bits of clock, base32-sortable</a>
     */
    static String tid(Outgoing outgoing, int number) {
        byte[] digest = sha256(
                identity(outgoing, number, outgoing.parts().get(number - 1).whole()));
        long random = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            random = (random << Byte.SIZE) | (digest[i] & 0xff);
        }
        Instant planned = outgoing.planned();
        long seconds = Math.max(0, planned.getEpochSecond());
        long micros = seconds * MICROS_A_SECOND + Math.floorMod(random >>> CLOCK_BITS, MICROS_A_SECOND);
        long tid = (micros << CLOCK_BITS) | (random & ((1 << CLOCK_BITS) - 1));
        StringBuilder letters = new StringBuilder();
        for (int i = TID_LETTERS - 1; i >= 0; i--) {
            letters.append(BASE32_SORTABLE.charAt((int) ((tid >>> (5 * i)) & 31)));
        }
        return letters.toString();
    }

    private static String identity(Outgoing outgoing, int number, String words) {
        return String.join(
                "\n",
                outgoing.link().url(),
                outgoing.article(),
                outgoing.account(),
                outgoing.network(),
                Integer.toString(number),
                words);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
