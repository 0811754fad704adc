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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes views of what readers answered. */
final class Responses {
    private final Site site;
    private final People people;
    private final Messages messages;
    private final Conversations conversations;

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
        Conversation conversation = conversation(article);
        return new View.Numbers(
                conversation.spoken(),
                conversation.count(Feedback.Kind.LIKE),
                conversation.count(Feedback.Kind.REPOST),
                conversation.count(Feedback.Kind.BOOKMARK),
                conversation.votes(),
                String.format(
                        Locale.forLanguageTag(article.language().toLanguageTag() + "-u-nu-latn"),
                        "%.1f",
                        conversation.stars()),
                (int) conversation.stars());
    }

    List<View.Response> thread(Article article) {
        Conversation conversation = conversation(article);
        return responses(conversation.thread(), article.language());
    }

    List<View.Reaction> reactions(Article article) {
        return conversation(article).reactions().stream()
                .map(item -> new View.Reaction(
                        item.kind().name().toLowerCase(Locale.ROOT),
                        people.reader(item.author(), messages.get(article.language(), "feedback.anonymous")),
                        item.origin().url().orElse(""),
                        source(item, article.language())))
                .toList();
    }

    private List<View.Response> responses(List<Conversation.Entry> entries, Locale language) {
        return entries.stream().map(entry -> response(entry, language)).toList();
    }

    private View.Response response(Conversation.Entry entry, Locale language) {
        Feedback item = entry.item();
        return new View.Response(
                item.id(),
                item.kind().name().toLowerCase(Locale.ROOT),
                source(item, language),
                item.origin().url().orElse(""),
                entry.removed()
                        ? new View.Reader("", "", "", "", 0)
                        : people.reader(item.author(), messages.get(language, "feedback.anonymous")),
                date(item.published(), language),
                item.edited().isPresent(),
                item.language().map(Locale::toLanguageTag).orElse(""),
                entry.safeHtml(),
                item.rating().orElse(0),
                entry.removed(),
                entry.byAuthor(),
                responses(entry.answers(), language));
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
