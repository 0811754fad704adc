package dev.byline.network;

import java.util.Optional;

/**
 * Public keys of Nostr, as people write them: {@code npub1...}.
 *
 * @see <a href="https://github.com/nostr-protocol/nips/blob/master/19.md">NIP-19</a>
 */
public final class Nostr implements IdentityNetwork {
    private static final String PREFIX = "npub";
    private static final int HEX_DIGITS = 64;

    @Override
    public String id() {
        return "nostr";
    }

    @Override
    public String displayName() {
        return "Nostr";
    }

    @Override
    public Reading read(String written) {
        Optional<Reading> fault = Written.fault(written, "npub1...");
        if (fault.isPresent()) {
            return fault.get();
        }
        String name = Written.pathOn(written, "njump.me").orElse(written).replaceFirst("^nostr:", "");
        return publicKey(name).isPresent()
                ? new Reading.Valid(name, Optional.of("https://njump.me/" + name))
                : new Reading.Invalid(
                        "is no public key, or its checksum does not fit",
                        "copy all of it from your program: npub1 and 58 letters and digits");
    }

    /** The key as NIP-05 wants it: 64 lower-case hexadecimal digits; empty where the text is no public key. */
    public static Optional<String> publicKey(String npub) {
        return Bech32.read(npub)
                .filter(key -> key.prefix().equals(PREFIX) && key.bytes().length() == HEX_DIGITS)
                .map(Bech32::bytes);
    }
}
