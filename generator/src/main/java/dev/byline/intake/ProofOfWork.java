package dev.byline.intake;

/**
 * A puzzle that costs a machine a second and a person nothing: a word that, behind the form's token and a dot, has a SHA-256
 * digest that begins with so many zero bits. Who runs no script waits instead.
 *
 * @see <a href="http://www.hashcash.org/hashcash.pdf">Hashcash</a>
 */
final class ProofOfWork {
    private static final int MAX_WORD = 40;

    private ProofOfWork() {}

    static boolean isDone(String token, String word, int bits) {
        return !word.isEmpty() && word.length() <= MAX_WORD && zeroBits(Signer.sha256(token + "." + word)) >= bits;
    }

    private static int zeroBits(byte[] digest) {
        int bits = 0;
        for (byte b : digest) {
            if (b != 0) {
                return bits + Integer.numberOfLeadingZeros(b & 0xff) - (Integer.SIZE - Byte.SIZE);
            }
            bits += Byte.SIZE;
        }
        return bits;
    }
}
