package dev.byline.network;

/**
 * How a channel on Slack, for colleagues, counts and marks: {@code *bold*}, {@code <address|words>}.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text/">formatting and escaping text</a>
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/">incoming webhooks</a>
 */
final class Slack {
    /** What the network advises for {@code text}; it cuts at 40,000. */
    private static final int LIMIT = 4_000;

    private Slack() {}

    static PostNetwork network() {
        Rules rules = Channel.rules(LIMIT, Unit.UTF_16, Rules.Markup.MRKDWN);
        return new Channel("slack", "Slack", rules, Slack::escaped);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
