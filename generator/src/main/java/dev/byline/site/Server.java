package dev.byline.site;

import java.util.OptionalInt;

/**
 * A server of accounts, with what it lets a post be, as it told. What is empty it did not tell.
 *
 * @param host in lower case, with the port where that is not the usual one
 * @param characters the most that a post may count
 * @param images how many a post may have
 * @param description the most that the description of an image may count
 */
public record Server(String host, OptionalInt characters, OptionalInt images, OptionalInt description) {
    /** More than any server allows, and than a number of this kind can be meant. */
    public static final int MOST = 1_000_000;

    public Server {
        check(characters);
        check(images);
        check(description);
    }

    private static void check(OptionalInt number) {
        if (number.isPresent() && (number.getAsInt() < 1 || number.getAsInt() > MOST)) {
            throw new IllegalArgumentException("no limit: " + number.getAsInt());
        }
    }

    /** Whether it told nothing of use. */
    public boolean isSilent() {
        return characters.isEmpty() && images.isEmpty() && description.isEmpty();
    }
}
