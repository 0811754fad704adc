package dev.byline.network;

/**
 * How a channel on Discord, for colleagues, counts and marks.
 *
 * @see <a href="https://discord.com/developers/docs/resources/webhook#execute-webhook">webhooks: content of up to 2,000
 *     characters</a>
 */
final class Discord {
    private static final int LIMIT = 2_000;

    private Discord() {}

    static PostNetwork network() {
        Rules rules = Channel.rules(LIMIT, Unit.UTF_16, Rules.Markup.MARKDOWN);
        return new Channel("discord", "Discord", rules, Markdown::escaped);
    }
}
