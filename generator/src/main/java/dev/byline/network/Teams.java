package dev.byline.network;

/**
 * How a channel on Teams, for colleagues, counts and marks: the text of an adaptive card.
 *
 * @see <a href="https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook">
 *     webhooks: messages of up to 28 KB</a>
 * @see <a href="https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/text-features">Markdown in cards</a>
 */
final class Teams {
    /** 28 KB for the whole message; one of them for the card around the text. */
    private static final int LIMIT = 27 * 1024;

    private Teams() {}

    static PostNetwork network() {
        Rules rules = Channel.rules(LIMIT, Unit.UTF_8, Rules.Markup.MARKDOWN);
        return new Channel("teams", "Teams", rules, Markdown::escaped, Teams::asJson);
    }

    /** Bytes as JSON holds them: line breaks, quotes and backslashes take two. */
    private static String asJson(String text) {
        return text.replaceAll("[\n\"\\\\]", "xx");
    }
}
