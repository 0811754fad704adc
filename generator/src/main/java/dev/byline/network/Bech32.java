package dev.byline.network;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Bytes as letters with a checksum: {@code npub1...}.
 *
 * @param prefix what stands before the last {@code 1}: {@code npub}
 * @param bytes the letters behind it, without the checksum, as lower-case hexadecimal digits
 * @see <a href="https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki">BIP-173</a>
 */
record Bech32(String prefix, String bytes) {
    private static final String LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CHECKSUM = 6;

    /** Reads a text; empty where it is none, or its checksum does not fit. */
    static Optional<Bech32> read(String text) {
        int one = text.lastIndexOf('1');
        boolean mixedCase = !text.equals(text.toLowerCase(Locale.ROOT)) && !text.equals(text.toUpperCase(Locale.ROOT));
        if (one < 1 || text.length() - one - 1 < CHECKSUM || mixedCase) {
            return Optional.empty();
        }
        String prefix = text.substring(0, one).toLowerCase(Locale.ROOT);
        int[] values = text.substring(one + 1)
                .toLowerCase(Locale.ROOT)
                .chars()
                .map(LETTERS::indexOf)
                .toArray();
        for (int value : values) {
            if (value < 0) {
                return Optional.empty();
            }
        }
        return checksum(prefix, values) == 1
                ? bytes(values, values.length - CHECKSUM).map(hex -> new Bech32(prefix, hex))
                : Optional.empty();
    }

    /** As it is written. */
    String text() {
        int[] letters = letters(HexFormat.of().parseHex(bytes));
        int[] values = Arrays.copyOf(letters, letters.length + CHECKSUM);
        int sum = checksum(prefix, values) ^ 1;
        for (int i = 0; i < CHECKSUM; i++) {
            values[letters.length + i] = (sum >>> (5 * (CHECKSUM - 1 - i))) & 31;
        }
        StringBuilder text = new StringBuilder(prefix).append('1');
        for (int value : values) {
            text.append(LETTERS.charAt(value));
        }
        return text.toString();
    }

    /** Eight bits a byte become five a letter; the last is filled with nothing. */
    private static int[] letters(byte[] bytes) {
        int[] letters = new int[(bytes.length * Byte.SIZE + 4) / 5];
        int held = 0;
        int bits = 0;
        int count = 0;
        for (byte b : bytes) {
            held = (held << Byte.SIZE) | (b & 0xff);
            for (bits += Byte.SIZE; bits >= 5; bits -= 5) {
                letters[count++] = (held >> (bits - 5)) & 31;
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            letters[count] = (held << (5 - bits)) & 31;
        }
        return letters;
    }

    /** The remainder of what stands there; 1 where the checksum fits. */
    private static int checksum(String prefix, int[] values) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) & 31);
        }
        for (int value : values) {
            sum = step(sum, value);
        }
        return sum;
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            if ((top >> i & 1) == 1) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }

    /** Five bits a letter become eight a byte; what is left over must be nothing. */
    private static Optional<String> bytes(int[] values, int length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (int i = 0; i < length; i++) {
            held = held << 5 | values[i];
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits & 0xff);
                held &= (1 << bits) - 1;
            }
        }
        return bits < 5 && held == 0 ? Optional.of(HexFormat.of().formatHex(bytes.toByteArray())) : Optional.empty();
    }
}
