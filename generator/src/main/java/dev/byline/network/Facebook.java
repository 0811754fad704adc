package dev.byline.network;

import java.util.Optional;

/**
 * How a page on Facebook counts and names people: by name, since only people who follow a page can be mentioned by it.
 *
 * @see <a href="https://developers.facebook.com/docs/pages-api/posts/">posts of a page</a>
 */
final class Facebook implements PostNetwork {
    /** Told by the network when it raised the limit in 2011; not in its documentation. */
    private static final int LIMIT = 63_206;

    private static final Profile PROFILE =
            Profile.at("facebook", "Facebook", "[A-Za-z0-9.]{5,50}", "https://www.facebook.com/%s");

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
        return PROFILE.read(written);
    }

    @Override
    public Rules rules() {
        return new Rules(
                Rules.Length.of(LIMIT, Unit.UTF_16),
                Rules.Markup.PLAIN,
                Rules.Tags.NONE.bearing(2),
                Rules.Media.upTo(10),
                Rules.Reach.of(Rules.Card.FETCHED));
    }

    @Override
    public String mention(String name, String handle) {
        return name;
    }

    @Override
    public Optional<String> hashtag(String term) {
        return Hashtags.camelCase(term).map(word -> "#" + word);
    }

    /** There is no page that writes to a person and says what about. */
    @Override
    public Optional<String> answerLink(String handle, String text, String url) {
        return Optional.empty();
    }

    /** The page ignores any text: it has to be pasted. */
    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        return Optional.of("https://www.facebook.com/sharer/sharer.php?u=" + WebAddresses.encoded(url));
    }
}
