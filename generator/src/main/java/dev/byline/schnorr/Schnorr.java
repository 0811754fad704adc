package dev.byline.schnorr;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.math.ec.custom.sec.SecP256K1Curve;

/**
 * Schnorr signatures over secp256k1. Secrets are multiplied by Bouncy Castle's comb, which takes as long for every secret.
 *
 * <p>Keys have 64 hexadecimal digits, signatures 128. Threads may use it.
 *
 * @see <a href="https://github.com/bitcoin/bips/blob/master/bip-0340.mediawiki">BIP-340</a>
 */
public final class Schnorr {
    private static final int BYTES = 32;

    private static final SecP256K1Curve CURVE = new SecP256K1Curve();

    /**
     * The generator.
     *
     * @see <a href="https://www.secg.org/sec2-v2.pdf">SEC 2, 2.4.1</a>
     */
    private static final ECPoint G = CURVE.createPoint(
            new BigInteger("79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798", 16),
            new BigInteger("483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8", 16));

    private static final BigInteger N = CURVE.getOrder();

    private Schnorr() {}

    /** Whether a text is a secret key: a number that is not 0 and less than the curve's order. */
    public static boolean isSecretKey(String hex) {
        if (!hex.matches("[0-9a-fA-F]{64}")) {
            return false;
        }
        BigInteger number = new BigInteger(hex, 16);
        return number.signum() > 0 && number.compareTo(N) < 0;
    }

    /**
     * The public key of a secret one.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static String publicKey(String secret) {
        return hex(x(point(number(secret))));
    }

    /** Signs; the same key and message always give the same signature. */
    public static String sign(String secret, String message) {
        return sign(secret, message, "00".repeat(BYTES));
    }

    /** Signs, as the document's default does; {@code chance} may be anything. */
    static String sign(String secret, String message, String chance) {
        BigInteger given = number(secret);
        ECPoint p = point(given);
        BigInteger d = isEven(p) ? given : N.subtract(given);
        byte[] masked = bytes(d.xor(number(tagged("BIP0340/aux", bytes(chance)))));
        BigInteger nonce =
                number(tagged("BIP0340/nonce", masked, x(p), bytes(message))).mod(N);
        if (nonce.signum() == 0) {
            throw new IllegalStateException("a nonce that nobody will ever see");
        }
        ECPoint r = point(nonce);
        BigInteger k = isEven(r) ? nonce : N.subtract(nonce);
        BigInteger s = k.add(challenge(x(r), x(p), message).multiply(d)).mod(N);
        return hex(x(r)) + hex(bytes(s));
    }

    /** Whether a signature is that of a public key's owner on a message; false for whatever is no signature or no key. */
    public static boolean verify(String key, String message, String signature) {
        if (!key.matches("[0-9a-fA-F]{64}") || !signature.matches("[0-9a-fA-F]{128}")) {
            return false;
        }
        byte[] r = bytes(signature.substring(0, 2 * BYTES));
        BigInteger s = new BigInteger(signature.substring(2 * BYTES), 16);
        if (s.compareTo(N) >= 0) {
            return false;
        }
        try {
            ECPoint p = CURVE.decodePoint(bytes("02" + key));
            BigInteger e = challenge(r, bytes(key), message);
            ECPoint found =
                    ECAlgorithms.sumOfTwoMultiplies(G, s, p, N.subtract(e)).normalize();
            return !found.isInfinity() && isEven(found) && MessageDigest.isEqual(x(found), r);
        } catch (IllegalArgumentException notOnTheCurve) {
            return false;
        }
    }

    private static BigInteger challenge(byte[] r, byte[] key, String message) {
        return number(tagged("BIP0340/challenge", r, key, bytes(message))).mod(N);
    }

    private static ECPoint point(BigInteger secret) {
        return new FixedPointCombMultiplier().multiply(G, secret).normalize();
    }

    private static boolean isEven(ECPoint point) {
        return !point.getAffineYCoord().testBitZero();
    }

    private static byte[] x(ECPoint point) {
        return point.getAffineXCoord().getEncoded();
    }

    private static BigInteger number(String secret) {
        if (!isSecretKey(secret)) {
            throw new IllegalArgumentException("no secret key");
        }
        return new BigInteger(secret, 16);
    }

    private static BigInteger number(byte[] bytes) {
        return new BigInteger(1, bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT));
    }

    private static byte[] bytes(BigInteger number) {
        return bytes("%064x".formatted(number));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] tagged(String tag, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] prefix = digest.digest(tag.getBytes(StandardCharsets.UTF_8));
            digest.update(prefix);
            digest.update(prefix);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
