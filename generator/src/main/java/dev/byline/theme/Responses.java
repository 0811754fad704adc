package dev.byline.theme;

import dev.byline.feedback.Conversation;
import dev.byline.feedback.Conversations;
import dev.byline.network.Network;
import dev.byline.network.Networks;
import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Site;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes views of what readers answered. */
final class Responses {
    /** How many answers stand below an article; the others are a click away. */
    private static final int NEWEST = 3;

    /** As many readers who reacted are named; the others are counted. */
    private static final int MOST_REACTIONS = 100;

    private final Site site;
    private final People people;
    private final Messages messages;
    private final Conversations conversations;
    private final Map<Locale, String> unrated = new ConcurrentHashMap<>();

    Responses(Site site, People people, Conversations conversations, Messages messages) {
        this.site = site;
        this.people = people;
        this.conversations = conversations;
        this.messages = messages;
    }

    Conversation conversation(Article article) {
        return conversations.of(article);
    }

    View.Numbers numbers(Article article) {
        return numbers(List.of(article), article.language());
    }

    /** What was answered to all of these articles together. */
    View.Numbers numbers(Collection<Article> articles, Locale language) {
        List<Conversation> all = articles.stream().map(this::conversation).toList();
        int votes = all.stream().mapToInt(Conversation::votes).sum();
        double stars =
                all.stream().mapToDouble(each -> each.stars() * each.votes()).sum() / Math.max(1, votes);
        return new View.Numbers(
                all.stream().mapToInt(Conversation::spoken).sum(),
                count(all, Feedback.Kind.LIKE),
                count(all, Feedback.Kind.REPOST),
                count(all, Feedback.Kind.BOOKMARK),
                votes,
                votes == 0 ? unrated.computeIfAbsent(language, of -> stars(of, 0)) : stars(language, stars),
                (int) stars);
    }

    private static String stars(Locale language, double stars) {
        return String.format(Locale.forLanguageTag(language.toLanguageTag() + "-u-nu-latn"), "%.1f", stars);
    }

    private static int count(List<Conversation> all, Feedback.Kind kind) {
        return all.stream().mapToInt(each -> each.count(kind)).sum();
    }

    /** What was said last, the newest first. */
    List<Conversation.Said> last(Article article) {
        return conversations.newest(article, NEWEST).stream()
                .map(Conversations.Heard::said)
                .toList();
    }

    /** The same, to be shown below the article. */
    List<View.Response> newest(Article article) {
        return last(article).stream()
                .map(said -> alone(said, article.language()))
                .toList();
    }

    /** What was said last to any of these articles, the newest first. */
    List<Conversations.Heard> newest(Collection<Article> articles, Predicate<Conversation.Said> wanted, int most) {
        return conversations.newest(articles, wanted, most);
    }

    /** Something said, without what was answered to it. */
    View.Response alone(Conversation.Said said, Locale language) {
        return response(said.entry(), List.of(), language);
    }

    /** Whoever said it. */
    View.Reader reader(Feedback item, Locale language) {
        return people.reader(item.author(), messages.get(language, "feedback.anonymous"));
    }

    /** Everybody who answered, then everybody who only reacted or voted, each once; not the piece's own authors. */
    List<View.Reader> readers(Article article) {
        Conversation conversation = conversation(article);
        return Stream.of(
                        conversation.said().stream()
                                .map(Conversation.Said::entry)
                                .filter(entry -> !entry.byAuthor())
                                .map(Conversation.Entry::item),
                        conversation.reactions().stream(),
                        conversation.ratings().stream())
                .flatMap(Function.identity())
                .map(item -> reader(item, article.language()))
                .distinct()
                .toList();
    }

    /** One page of what was said, from 1 for the oldest threads. */
    List<View.Response> thread(Article article, int page) {
        return responses(conversation(article).page(page), article.language());
    }

    List<View.Reaction> reactions(Article article) {
        return conversation(article).reactions().stream()
                .limit(MOST_REACTIONS)
                .map(item -> new View.Reaction(
                        item.kind().name().toLowerCase(Locale.ROOT),
                        reader(item, article.language()),
                        item.origin().url().orElse(""),
                        source(item, article.language()),
                        date(item.published(), article.language())))
                .toList();
    }

    /** How many readers reacted beyond those who are named. */
    int moreReactions(Article article) {
        return Math.max(0, conversation(article).reactions().size() - MOST_REACTIONS);
    }

    private List<View.Response> responses(List<Conversation.Entry> entries, Locale language) {
        return entries.stream()
                .map(entry -> response(entry, responses(entry.answers(), language), language))
                .toList();
    }

    private View.Response response(Conversation.Entry entry, List<View.Response> answers, Locale language) {
        Feedback item = entry.item();
        return new View.Response(
                item.id(),
                item.kind().name().toLowerCase(Locale.ROOT),
                source(item, language),
                item.origin().url().orElse(""),
                entry.removed() ? new View.Reader("", "", "", "", 0) : reader(item, language),
                date(item.published(), language),
                item.edited().isPresent(),
                item.language().map(Locale::toLanguageTag).orElse(""),
                entry.safeHtml(),
                item.rating().orElse(0),
                entry.removed(),
                entry.byAuthor(),
                entry.byHouse(),
                answers,
                entry.more());
    }

    /** The place where it was said, as readers know it. */
    private String source(Feedback item, Locale language) {
        String source = item.origin().source();
        return Networks.byId(source)
                .map(Network::displayName)
                .or(() -> messages.find(language, "feedback.source." + source))
                .orElse(source);
    }

    private List<View.Date> date(Optional<Instant> moment, Locale language) {
        return moment
                .map(instant -> instant.atZone(site.settings().timeZone()))
                .map(local -> new View.Date(
                        local.toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(language)
                                .format(local)))
                .stream()
                .toList();
    }
}
