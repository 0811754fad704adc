package dev.byline.network;

import java.util.OptionalInt;

/**
 * What a server lets the posts of its accounts be, where servers of a network differ. What is empty is as usual there.
 *
 * @param characters the most that a post may count
 * @param images how many a post may have
 * @param description the most that the description of an image may count
 */
public record Allowance(OptionalInt characters, OptionalInt images, OptionalInt description) {
    /** All as usual. */
    public static final Allowance USUAL = new Allowance(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    /** The same for posts of this length. */
    public Allowance withCharacters(int most) {
        return new Allowance(OptionalInt.of(most), images, description);
    }
}
