package dev.byline.network;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads names such as {@code npub1...}, whose last six characters tell whether a letter was mistyped.
 *
 * @see <a href="https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki">BIP-173</a>, its limit of 90 characters
 *     aside
 */
final class Bech32 {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CHECKSUM = 6;

    private Bech32() {}

    /**
     * The bytes that a name stands for.
     *
     * @param prefix what it has to begin with, before the {@code 1}
     * @return empty where it is none, or mistyped
     */
    static Optional<byte[]> bytes(String prefix, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.startsWith(prefix + "1") || lower.length() < prefix.length() + 1 + CHECKSUM) {
            return Optional.empty();
        }
        int[] digits = lower.substring(prefix.length() + 1)
                .chars()
                .map(ALPHABET::indexOf)
                .toArray();
        for (int digit : digits) {
            if (digit < 0) {
                return Optional.empty();
            }
        }
        return checksum(prefix, digits) == 1 ? inBytes(digits) : Optional.empty();
    }

    private static int checksum(String prefix, int[] digits) {
        int sum = 1;
        for (int c : prefix.chars().toArray()) {
            sum = step(sum, c >> 5);
        }
        sum = step(sum, 0);
        for (int c : prefix.chars().toArray()) {
            sum = step(sum, c & 31);
        }
        for (int digit : digits) {
            sum = step(sum, digit);
        }
        return sum;
    }

    private static int step(int sum, int digit) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ digit;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >> i & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }

    /** Five bits a digit, eight a byte; what is left over is padding. */
    private static Optional<byte[]> inBytes(int[] digits) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (int i = 0; i < digits.length - CHECKSUM; i++) {
            held = (held << 5 | digits[i]) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits & 0xff);
            }
        }
        boolean padded = bits < 5 && (held & (1 << bits) - 1) == 0;
        return padded ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }
}
