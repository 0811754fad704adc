package dev.byline.network;

import java.util.Optional;

/**
 * How a channel on Teams, for colleagues, counts and marks: the text of an adaptive card.
 *
 * @see <a href="https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook">
 *     webhooks: messages of up to 28 KB</a>
 * @see <a href="https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/text-features">Markdown in cards</a>
 */
final class Teams implements PostNetwork {
    /** 28 KB for the whole message; one of them for the card around the text. */
    private static final int LIMIT = 27 * 1024;

    @Override
    public String id() {
        return "teams";
    }

    @Override
    public String displayName() {
        return "Teams";
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
                Rules.Length.of(LIMIT, Unit.UTF_8),
                Rules.Markup.MARKDOWN,
                Rules.Tags.NONE,
                Rules.Media.NONE,
                Rules.Reach.of(Rules.Card.FETCHED));
    }

    /** Bytes as JSON holds them: line breaks, quotes and backslashes take two. */
    @Override
    public int count(String text) {
        return Unit.UTF_8.count(text)
                + (int) text.chars()
                        .filter(c -> c == '\n' || c == '"' || c == '\\')
                        .count();
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
