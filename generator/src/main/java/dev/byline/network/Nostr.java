package dev.byline.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How Nostr mentions and names topics, in short notes (kind 1).
 *
 * <p>A person is mentioned as {@code nostr:npub1...}; clients show the name.
 *
 * @param limit what the account's relays let through: the protocol has none
 * @see <a href="https://github.com/nostr-protocol/nips/blob/master/27.md">NIP-27, mentions</a>
 * @see <a href="https://github.com/nostr-protocol/nips/blob/master/19.md">NIP-19, npub</a>
 * @see <a href="https://github.com/nostr-protocol/nips/blob/master/24.md">NIP-24, hashtags in lower case</a>
 */
public record Nostr(int limit) implements PostNetwork {
    /** The {@code max_content_length}, in characters, of the example in NIP-11: relays tell their own. */
    private static final int LIMIT = 8_196;

    private static final int HEX_DIGITS = 64;
    private static final String SCHEME = "nostr:";
    private static final Pattern MENTION = Pattern.compile("nostr:(?:npub|nprofile)1[02-9ac-hj-np-z]{20,}");
    private static final Profile PROFILE =
            Profile.at("nostr", "Nostr", "npub1[02-9ac-hj-np-z]{58}", "https://njump.me/%s");

    /** With the limit that relays have where they tell none. */
    public Nostr() {
        this(LIMIT);
    }

    @Override
    public String id() {
        return PROFILE.id();
    }

    @Override
    public String displayName() {
        return PROFILE.displayName();
    }

    @Override
    public Reading read(String written) {
        String name = written.startsWith(SCHEME) ? written.substring(SCHEME.length()) : written;
        Reading reading = PROFILE.read(name);
        if (reading instanceof Reading.Valid valid && publicKey(valid.name()).isEmpty()) {
            return new Reading.Invalid("has a wrong letter", "copy the npub again: its checksum does not hold");
        }
        return reading;
    }

    /** The key that an npub stands for: 64 lower-case hexadecimal digits, as events and NIP-05 have it; empty where it is none. */
    public static Optional<String> publicKey(String npub) {
        return Bech32.read(npub)
                .filter(key -> key.prefix().equals("npub") && key.bytes().length() == HEX_DIGITS)
                .map(Bech32::bytes);
    }

    /** The secret key that an nsec stands for: 64 lower-case hexadecimal digits; empty where it is none. */
    public static Optional<String> secretKey(String nsec) {
        return Bech32.read(nsec)
                .filter(key -> key.prefix().equals("nsec") && key.bytes().length() == HEX_DIGITS)
                .map(Bech32::bytes);
    }

    /** A secret key as people keep it: {@code nsec1...}. */
    public static String nsec(String key) {
        return new Bech32("nsec", key).text();
    }

    /** A public key as people write it: {@code npub1...}. */
    public static String npub(String key) {
        return new Bech32("npub", key).text();
    }

    /** The id of an event as people write it: {@code note1...}. */
    public static String note(String id) {
        return new Bech32("note", id).text();
    }

    @Override
    public Rules rules() {
        return new Rules(
                Rules.Length.of(limit, Unit.CODE_POINTS),
                Rules.Markup.PLAIN,
                Rules.Tags.atEnd(3).bearing(5),
                Rules.Media.NONE,
                Rules.Reach.of(Rules.Card.FETCHED).inThreads().withWarning());
    }

    @Override
    public Optional<PostNetwork> allowing(Allowance more) {
        return Optional.of(new Nostr(more.characters().orElse(LIMIT)));
    }

    @Override
    public String mention(String name, String handle) {
        return SCHEME + handle;
    }

    @Override
    public Optional<String> hashtag(String term) {
        return Hashtags.camelCase(term).map(word -> "#" + word.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Facet> facets(String text) {
        return Entities.found(text, MENTION);
    }

    /**
     * The text, and over it what becomes the event's tags: keys of people in hexadecimal ({@code p}), topics in lower
     * case ({@code t}), addresses ({@code r}).
     */
    @Override
    public Message message(String text, Map<String, String> ids) {
        List<Facet> tags = new ArrayList<>();
        for (Facet facet : facets(text)) {
            switch (facet.kind()) {
                case MENTION ->
                    publicKey(facet.target().substring(SCHEME.length()))
                            .ifPresent(key -> tags.add(facet.to(key).in(Unit.CODE_POINTS, text)));
                case TAG ->
                    tags.add(facet.to(facet.target().toLowerCase(Locale.ROOT)).in(Unit.CODE_POINTS, text));
                default -> tags.add(facet.in(Unit.CODE_POINTS, text));
            }
        }
        return new Message(Optional.empty(), text, tags);
    }

    /** Each client has its own page, and none is everybody's. */
    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        return Optional.empty();
    }
}
