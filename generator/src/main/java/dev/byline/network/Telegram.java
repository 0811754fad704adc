package dev.byline.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a channel on Telegram counts and marks.
 *
 * <p>A draft is written in the network's HTML: {@code "<b>Two hats</b> on one head"}. It counts, and is sent, without
 * its marks: {@code "Two hats on one head"}, bold from 0 to 8. What only looks like a mark, as in {@code a < b}, is text.
 *
 * @see <a href="https://core.telegram.org/bots/api#formatting-options">formatting options</a>
 * @see <a href="https://core.telegram.org/api/entities">styled text with message entities</a>
 */
final class Telegram implements PostNetwork {
    /** Of {@code sendMessage}, after the marks are read; a caption has 1,024. */
    private static final int LIMIT = 4_096;

    private static final Profile PROFILE =
            Profile.at("telegram", "Telegram", "[A-Za-z][A-Za-z0-9_]{3,31}", "https://t.me/%s");

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

    @Override
    public Rules rules() {
        return new Rules(
                Rules.Length.of(LIMIT, Unit.UTF_16),
                Rules.Markup.HTML,
                Rules.Tags.atEnd(3),
                Rules.Media.upTo(10),
                Rules.Reach.of(Rules.Card.FETCHED));
    }

    @Override
    public int count(String text) {
        return TelegramHtml.read(text).text().length();
    }

    @Override
    public Optional<String> hashtag(String term) {
        return Hashtags.camelCase(term).map(word -> "#" + word);
    }

    @Override
    public String plain(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The text without marks and what they stood for, as {@code entities} of {@code sendMessage} wants it. */
    @Override
    public Message message(String text, Map<String, String> ids) {
        TelegramHtml.Styled styled = TelegramHtml.read(text);
        return new Message(Optional.empty(), styled.text(), styled.facets());
    }

    /**
     * A chat with the person, the text already written.
     *
     * @see <a href="https://core.telegram.org/api/links#public-username-links">links to public names</a>
     */
    @Override
    public Optional<String> answerLink(String handle, String text, String url) {
        String whole = text + "\n\n" + url;
        return Optional.of("https://t.me/" + Written.withoutAt(handle) + "?text=" + WebAddresses.encoded(whole));
    }

    /** @see <a href="https://core.telegram.org/widgets/share">sharing button</a> */
    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        String words = TelegramHtml.read(text).text().replace(url, "").strip();
        return Optional.of(
                "https://t.me/share/url?url=" + WebAddresses.encoded(url) + "&text=" + WebAddresses.encoded(words));
    }

    /** In the draft's own text, marks and all: a part is never cut within one. */
    @Override
    public List<Facet> facets(String text) {
        return Facet.apart(TelegramHtml.marks(text), Entities.found(text));
    }
}
