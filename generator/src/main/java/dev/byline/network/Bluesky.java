package dev.byline.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How Bluesky counts and mentions.
 *
 * <p>A link costs its visible text; a mention is {@code @} and the handle, which is a domain.
 *
 * @see <a href="https://atproto.com/specs/handle">handle syntax</a>
 * @see <a href="https://docs.bsky.app/docs/advanced-guides/posts">posts</a>
 */
final class Bluesky implements PostNetwork {
    /** {@code maxGraphemes} of {@code text} in the lexicon {@code app.bsky.feed.post}. */
    private static final int LIMIT = 300;

    /** {@code maxLength} of the same field, in bytes of UTF-8. */
    private static final int LIMIT_BYTES = 3_000;

    /** A handle has at most 253 characters; each label at most 63; the last begins with a letter. */
    private static final int MAX_HANDLE = 253;

    private static final Pattern HANDLE =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    @Override
    public String id() {
        return "bluesky";
    }

    @Override
    public String displayName() {
        return "Bluesky";
    }

    @Override
    public Reading read(String written) {
        Optional<Reading> fault = Written.fault(written, "giulia.example.com");
        if (fault.isPresent()) {
            return fault.get();
        }
        String name = Written.pathOn(written, "bsky.app")
                .map(path -> path.replaceFirst("^profile/", ""))
                .orElse(Written.withoutAt(written))
                .toLowerCase(Locale.ROOT);
        if (!name.contains(".")) {
            return new Reading.Invalid("is no domain", "write it in full, as " + name + ".bsky.social");
        }
        if (name.length() > MAX_HANDLE || !HANDLE.matcher(name).matches()) {
            return new Reading.Invalid("is no domain", "write it as giulia.example.com");
        }
        return new Reading.Valid("@" + name, Optional.of("https://bsky.app/profile/" + name));
    }

    /**
     * Four images of 2,000,000 bytes; a card that whoever posts sends along; up to three languages.
     *
     * @see <a href="https://github.com/bluesky-social/atproto/tree/main/lexicons/app/bsky/embed">lexicons of embeds</a>
     */
    @Override
    public Rules rules() {
        return new Rules(
                Rules.Length.of(LIMIT, Unit.GRAPHEMES),
                Rules.Markup.PLAIN,
                Rules.Tags.inText(2),
                Rules.Media.upTo(4).ofBytes(2_000_000),
                Rules.Reach.of(Rules.Card.SENT).inThreads().withLanguage().withWarning());
    }

    @Override
    public boolean fits(String text) {
        return count(text) <= LIMIT && Unit.UTF_8.count(text) <= LIMIT_BYTES;
    }

    /** A tag holds at most 64 graphemes ({@code app.bsky.richtext.facet#tag}). */
    @Override
    public Optional<String> hashtag(String term) {
        return Hashtags.camelCase(term)
                .filter(word -> Graphemes.count(word) <= BlueskyFacets.LONGEST_TAG)
                .map(word -> "#" + word);
    }

    @Override
    public List<Facet> facets(String text) {
        return BlueskyFacets.found(text);
    }

    /** The facets of the record, in bytes; a mention is one only of somebody whose DID is known. */
    @Override
    public Message message(String text, Map<String, String> ids) {
        List<Facet> facets = new ArrayList<>();
        for (Facet facet : facets(text)) {
            boolean mention = facet.kind() == Facet.Kind.MENTION;
            Optional<String> target =
                    mention ? Optional.ofNullable(ids.get("@" + facet.target())) : Optional.of(facet.target());
            target.ifPresent(found -> facets.add(facet.to(found).in(Unit.UTF_8, text)));
        }
        return new Message(Optional.empty(), text, facets);
    }

    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        String whole = text.contains(url) ? text : text + "\n\n" + url;
        return Optional.of("https://bsky.app/intent/compose?text=" + WebAddresses.encoded(whole.strip()));
    }
}
