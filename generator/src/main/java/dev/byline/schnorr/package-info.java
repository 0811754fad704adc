/**
 * Signatures of Nostr's kind.
 *
 * <p>In: keys, messages and signatures as hexadecimal digits. Out: signatures, and whether one holds. Knows nothing of ours.
 */
package dev.byline.schnorr;
