package dev.byline.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs with the store's key. What is signed for one purpose is worth nothing for another. Threads may share it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104, HMAC</a>
 */
final class Signer {
    private static final String HMAC = "HmacSHA256";

    /** 128 bits: nobody guesses them. */
    private static final int SIGNATURE_BYTES = 16;

    private final SecretKeySpec key;

    Signer(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /** The signature under some words, as lower-case letters and digits. */
    String sign(String purpose, String words) {
        return HexFormat.of().formatHex(mac(purpose, words), 0, SIGNATURE_BYTES);
    }

    boolean isSigned(String purpose, String words, String signature) {
        return MessageDigest.isEqual(
                sign(purpose, words).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** A number of so many bits that only who has the key can make of the words. */
    long number(String purpose, String words, int bits) {
        byte[] mac = mac(purpose, words);
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = number << Byte.SIZE | (mac[i] & 0xff);
        }
        return number >>> (Long.SIZE - bits);
    }

    private byte[] mac(String purpose, String words) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal((purpose + "\n" + words).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", impossible);
        }
    }

    /** A short digest of words that are no secret. */
    static String digest(String words) {
        return HexFormat.of().formatHex(sha256(words), 0, SIGNATURE_BYTES);
    }

    static byte[] sha256(String words) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
