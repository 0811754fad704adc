package dev.byline.network;

import java.util.Optional;

/**
 * How a channel on Discord, for colleagues, counts and marks.
 *
 * @see <a href="https://discord.com/developers/docs/resources/webhook#execute-webhook">webhooks: content of up to 2,000
 *     characters</a>
 */
final class Discord implements PostNetwork {
    private static final int LIMIT = 2_000;

    @Override
    public String id() {
        return "discord";
    }

    @Override
    public String displayName() {
        return "Discord";
    }

    @Override
    public boolean forColleagues() {
        return true;
    }

    @Override
    public Reading read(String written) {
        return Channel.read(written);
    }

    @Override
    public Rules rules() {
        return new Rules(
                Rules.Length.of(LIMIT, Unit.UTF_16),
                Rules.Markup.MARKDOWN,
                Rules.Tags.NONE,
                Rules.Media.NONE,
                Rules.Reach.of(Rules.Card.FETCHED));
    }

    /** By name: a mention needs an id that only the workspace knows. */
    @Override
    public String mention(String name, String handle) {
        return name;
    }

    /** There are none. */
    @Override
    public Optional<String> hashtag(String term) {
        return Optional.empty();
    }

    @Override
    public String plain(String words) {
        return Markdown.escaped(words);
    }

    /** A message is written in the app. */
    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        return Optional.empty();
    }
}
