package dev.byline.network;

import java.util.List;
import java.util.Optional;

/**
 * How Instagram counts a caption. An address in one is not a link: readers find it in the profile.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media">media:
 *     2,200 characters, 30 hashtags, 20 mentions, JPEG of at most 8 MB</a>
 */
final class Instagram implements PostNetwork {
    private static final int LIMIT = 2_200;
    private static final int MOST_HASHTAGS = 30;
    private static final int MOST_MENTIONS = 20;
    private static final int IMAGE_BYTES = 8 * 1024 * 1024;

    private static final Profile PROFILE =
            Profile.at("instagram", "Instagram", "[A-Za-z0-9_.]{1,30}", "https://www.instagram.com/%s/");

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
        return Written.shown(PROFILE.read(written), name -> "@" + name);
    }

    /** An image is required, ten at most. Five hashtags: thirty are the wall, not the aim. */
    @Override
    public Rules rules() {
        return new Rules(
                Rules.Length.of(LIMIT, Unit.UTF_16),
                Rules.Markup.PLAIN,
                Rules.Tags.atEnd(5).sought(),
                Rules.Media.upTo(10).required().ofBytes(IMAGE_BYTES).described(1_000),
                Rules.Reach.of(Rules.Card.NONE));
    }

    @Override
    public boolean fits(String text) {
        List<Facet> facets = facets(text);
        return count(text) <= LIMIT
                && facets.stream().filter(f -> f.kind() == Facet.Kind.TAG).count() <= MOST_HASHTAGS
                && facets.stream().filter(f -> f.kind() == Facet.Kind.MENTION).count() <= MOST_MENTIONS;
    }

    @Override
    public Optional<String> hashtag(String term) {
        return Hashtags.camelCase(term).map(word -> "#" + word);
    }

    /** Posts are made in the app only. */
    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        return Optional.empty();
    }
}
