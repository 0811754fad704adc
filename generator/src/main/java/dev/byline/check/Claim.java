package dev.byline.check;

import java.util.Locale;

/**
 * A published profile, and whether it says that it belongs to whom this site says.
 *
 * @param account an author's id, or the name of an account in {@code site.yml}
 * @param network the network's id
 * @param profile the address of the profile
 */
public record Claim(String account, String network, String profile, Outcome outcome) {
    /** What came of asking. */
    public enum Outcome {
        /** The profile links back with {@code rel="me"}. */
        VERIFIED,
        /** It does not, though it could. */
        UNVERIFIED,
        /** It could not be asked. */
        UNANSWERED,
        /** Profiles of this network cannot: nobody was asked. */
        UNVERIFIABLE;

        /** The word for programs: {@code verified}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
