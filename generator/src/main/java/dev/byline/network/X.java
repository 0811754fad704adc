package dev.byline.network;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How X counts and mentions.
 *
 * <p>{@code "Ciao https://blog.example/a-long-address/"} counts 5 + 23. A whole emoji sequence, a family or a flag, counts 2.
 *
 * @see <a href="https://docs.x.com/fundamentals/counting-characters">counting characters</a>, configuration version 3
 */
final class X implements PostNetwork {
    /** {@code maxWeightedTweetLength}. */
    private static final int LIMIT = 280;

    /** {@code transformedURLLength}. */
    private static final int LINK = 23;

    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,15}");

    @Override
    public String id() {
        return "x";
    }

    @Override
    public String displayName() {
        return "X";
    }

    @Override
    public Reading read(String written) {
        Optional<Reading> fault = Written.fault(written, "@name");
        if (fault.isPresent()) {
            return fault.get();
        }
        String name = Written.withoutAt(
                Written.pathOn(written, "x.com", "twitter.com").orElse(written));
        if (name.length() > 15 && name.matches("[A-Za-z0-9_]+")) {
            return new Reading.Invalid("has " + name.length() + " characters", "a handle there has at most 15");
        }
        if (!HANDLE.matcher(name).matches()) {
            return new Reading.Invalid("cannot be one", "it holds only letters without accents, digits and _");
        }
        return new Reading.Valid("@" + name, Optional.of("https://x.com/" + name));
    }

    /**
     * Four images of at most 5 MB, with 1,000 characters of description.
     *
     * @see <a href="https://docs.x.com/x-api/media/quickstart/best-practices">media: best practices</a>
     * @see <a href="https://docs.x.com/x-api/media/metadata-create">media: metadata</a>
     */
    @Override
    public Rules rules() {
        return new Rules(
                Rules.Length.of(LIMIT, Unit.WEIGHTED).withLinksOf(LINK),
                Rules.Markup.PLAIN,
                Rules.Tags.inText(1).bearing(2),
                Rules.Media.upTo(4).ofBytes(5 * 1024 * 1024).described(1_000),
                Rules.Reach.of(Rules.Card.FETCHED).inThreads());
    }

    @Override
    public int count(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        int weight = 0;
        int done = 0;
        for (Facet link : XEntities.links(normal)) {
            weight += weightOfWords(normal.substring(done, link.start())) + LINK;
            done = link.end();
        }
        return weight + weightOfWords(normal.substring(done));
    }

    private static int weightOfWords(String text) {
        return Graphemes.of(text).stream()
                .mapToInt(cluster -> Emoji.is(cluster) ? 2 : weight(cluster))
                .sum();
    }

    /** Code points in the light ranges weigh 1, all others 2. */
    private static int weight(String cluster) {
        return cluster.codePoints().map(c -> isLight(c) ? 1 : 2).sum();
    }

    private static boolean isLight(int c) {
        return c <= 0x10FF
                || (c >= 0x2000 && c <= 0x200D)
                || (c >= 0x2010 && c <= 0x201F)
                || (c >= 0x2032 && c <= 0x2037);
    }

    @Override
    public Optional<String> hashtag(String term) {
        return Hashtags.camelCase(term).map(word -> "#" + word);
    }

    @Override
    public List<Facet> facets(String text) {
        return XEntities.found(text);
    }

    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        String address = "https://x.com/intent/post?text=" + WebAddresses.encoded(text);
        return Optional.of(text.contains(url) ? address : address + "&url=" + WebAddresses.encoded(url));
    }
}
