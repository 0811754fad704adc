package dev.byline.network;

import java.util.List;
import java.util.Optional;

/**
 * How Threads counts and mentions.
 *
 * <p>{@code "Ciao 👋"} counts 5 and 4: an emoji counts its bytes of UTF-8, everything else its code points.
 *
 * @see <a href="https://developers.facebook.com/docs/threads/posts">posts: 500 characters, emoji by bytes, topic tags</a>
 * @see <a href="https://developers.facebook.com/docs/threads/threads-web-intents">web intents</a>
 */
final class Threads implements PostNetwork {
    private static final int LIMIT = 500;

    /** More different links are refused with {@code THREADS_API__LINK_LIMIT_EXCEEDED}. */
    private static final int MOST_LINKS = 5;

    private static final Profile PROFILE = Profile.at(
                    "threads", "Threads", "[A-Za-z0-9_.]{1,30}", "https://www.threads.net/@%s")
            .linkingToWebsite();

    @Override
    public String id() {
        return PROFILE.id();
    }

    @Override
    public String displayName() {
        return PROFILE.displayName();
    }

    @Override
    public Optional<String> linkingBack() {
        return PROFILE.linkingBack();
    }

    @Override
    public Reading read(String written) {
        return Written.shown(PROFILE.read(written), name -> "@" + name);
    }

    /** Twenty images in a carousel; one topic a post. */
    @Override
    public Rules rules() {
        return new Rules(
                Rules.Length.of(LIMIT, Unit.WEIGHTED),
                Rules.Markup.PLAIN,
                Rules.Tags.inText(1),
                Rules.Media.upTo(20).described(1_000),
                Rules.Reach.of(Rules.Card.FETCHED).inThreads());
    }

    @Override
    public int count(String text) {
        return Graphemes.of(text).stream()
                .mapToInt(cluster -> (Emoji.is(cluster) ? Unit.UTF_8 : Unit.CODE_POINTS).count(cluster))
                .sum();
    }

    @Override
    public boolean fits(String text) {
        List<Facet> links = WebAddresses.links(text);
        return count(text) <= LIMIT
                && links.stream().map(Facet::target).distinct().count() <= MOST_LINKS;
    }

    /** A topic of 1 to 50 characters; {@code .} and {@code &} cannot stand in one, and neither is left in a word. */
    @Override
    public Optional<String> hashtag(String term) {
        return Hashtags.camelCase(term).filter(word -> word.length() <= 50).map(word -> "#" + word);
    }

    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        String address = "https://www.threads.net/intent/post?text=" + WebAddresses.encoded(text);
        return Optional.of(text.contains(url) ? address : address + "&url=" + WebAddresses.encoded(url));
    }
}
