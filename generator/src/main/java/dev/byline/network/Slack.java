package dev.byline.network;

import java.util.Optional;

/**
 * How a channel on Slack, for colleagues, counts and marks: {@code *bold*}, {@code <address|words>}.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text/">formatting and escaping text</a>
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/">incoming webhooks</a>
 */
final class Slack implements PostNetwork {
    /** What the network advises for {@code text}; it cuts at 40,000. */
    private static final int LIMIT = 4_000;

    @Override
    public String id() {
        return "slack";
    }

    @Override
    public String displayName() {
        return "Slack";
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
                Rules.Markup.MRKDWN,
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
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A message is written in the app. */
    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        return Optional.empty();
    }
}
