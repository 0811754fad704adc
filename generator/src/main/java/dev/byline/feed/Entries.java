package dev.byline.feed;

import dev.byline.content.Standalone;
import dev.byline.feedback.Conversation;
import dev.byline.feedback.Conversations;
import dev.byline.feedback.SafeHtml;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.FeedFormat;
import dev.byline.site.Feedback;
import dev.byline.site.Handle;
import dev.byline.site.Prose;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.site.Term;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;

/** Makes the entries of feeds: of articles and of answers to them, each once, however many feeds hold it. */
final class Entries {
    private static final String STARS = "★★★★★";
    private static final String NO_STARS = "☆☆☆☆☆";

    /** Characters of an answer that programs show before it is opened. */
    private static final int MOST_OF_SUMMARY = 200;

    private final URI site;
    private final boolean answered;
    private final boolean whole;
    private final Routes routes;
    private final Map<String, Prose> prose;
    private final Conversations conversations;
    private final MediaFiles media;
    private final Identifiers identifiers;
    private final Words words;
    private final Kept<Entry> ofArticles = new Kept<>();
    private final Kept<Entry> ofAnswers = new Kept<>();

    Entries(
            Site site,
            Routes routes,
            Map<String, Prose> prose,
            Conversations conversations,
            MediaFiles media,
            Words words) {
        this.site = site.settings().url();
        this.answered = site.settings().make().answers();
        this.whole = site.settings().feeds().content() == Settings.Feeds.Content.FULL;
        this.routes = routes;
        this.prose = prose;
        this.conversations = conversations;
        this.media = media;
        this.identifiers = new Identifiers(this.site);
        this.words = words;
    }

    Entry of(Article article) {
        return ofArticles.get(article.id(), () -> make(article));
    }

    private Entry make(Article article) {
        Prose body = prose.get(article.id());
        String url = routes.article(article).under(site);
        List<Entry.Credit> credits = credits(article.authors());
        String full = body.html().under(site.toString());
        Optional<String> content = whole ? Optional.of(Standalone.html(full, url)) : Optional.empty();
        return new Entry(
                identifiers.of(article),
                article.canonical().orElse(url),
                Text.xml(article.title()),
                Text.xml(article.summary().isEmpty() ? body.lead() : article.summary()),
                article.date().map(ZonedDateTime::toInstant),
                article.lastChanged().map(ZonedDateTime::toInstant).orElse(Instant.EPOCH),
                article.language().toLanguageTag(),
                content.map(html -> new Body(Text.xml(CreditLine.html(credits, article.language(), words) + html))),
                credits,
                labels(article),
                media.of(article, content.orElse(full)),
                answered ? Optional.of(answers(article)) : Optional.empty(),
                Optional.empty());
    }

    List<Entry.Credit> credits(List<Author> authors) {
        return authors.stream().map(this::credit).toList();
    }

    private Entry.Credit credit(Author author) {
        return new Entry.Credit(
                author.id(),
                Text.xml(author.name()),
                routes.author(author).under(site),
                author.mainHandle().map(handle -> Text.xml(handle.name())).orElse(""),
                author.mainHandle().flatMap(Handle::profile).orElse(""),
                author.image()
                        .map(image -> new Route(image.src().substring(1)).under(site))
                        .orElse(""));
    }

    private List<Entry.Label> labels(Article article) {
        List<Term> terms = new ArrayList<>(article.category().stream().toList());
        article.tags().stream()
                .filter(tag -> terms.stream().noneMatch(term -> term.name().equals(tag.name())))
                .forEach(terms::add);
        return terms.stream()
                .map(term -> new Entry.Label(
                        Text.xml(term.name()),
                        routes.terms(term.taxonomy(), article.language()).under(site)))
                .toList();
    }

    private Entry.Answers answers(Article article) {
        Route folder = routes.feedback(article);
        Conversation conversation = conversations.of(article);
        return new Entry.Answers(
                folder.under(site),
                routes.feed(folder, FeedFormat.RSS).under(site),
                routes.feed(folder, FeedFormat.ATOM).under(site),
                conversation.spoken(),
                conversations.newest(article, 1).stream()
                        .flatMap(heard -> heard.said().entry().item().published().stream())
                        .findFirst());
    }

    /**
     * The newest answers to articles.
     *
     * @param named whether each says which one it answers
     */
    List<Entry> answersTo(List<Article> articles, int most, boolean named) {
        return conversations.newest(articles, said -> true, most).stream()
                .map(heard -> answer(heard, named))
                .toList();
    }

    private Entry answer(Conversations.Heard heard, boolean named) {
        String id = identifiers.of(heard.article(), heard.said().entry().item().id());
        return ofAnswers.get(named ? "named " + id : id, () -> answer(id, heard.article(), heard.said(), named));
    }

    private Entry answer(String id, Article article, Conversation.Said said, boolean named) {
        Feedback item = said.entry().item();
        String page = routes.feedback(article, said.page()).under(site);
        Entry.Credit reader = reader(item.author(), article.language());
        String stars = item.rating()
                .map(rating -> "<p>" + STARS.substring(0, rating) + NO_STARS.substring(rating) + "</p>")
                .orElse("");
        String content = Standalone.html(said.entry().safeHtml(), page);
        return new Entry(
                id,
                page + fragment(said.anchor()),
                named ? reader.name() + ": " + Text.xml(article.title()) : reader.name(),
                Text.xml(excerpt(Jsoup.parseBodyFragment(content).text())),
                item.published(),
                item.edited().or(item::published).orElse(Instant.EPOCH),
                item.language().map(Locale::toLanguageTag).orElse(""),
                Optional.of(new Body(Text.xml(stars + content))),
                List.of(reader),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(said.parent()
                        .map(above -> new Entry.Answered(
                                identifiers.of(article, above),
                                page + fragment(said.parentAnchor().orElseThrow())))
                        .orElseGet(() -> new Entry.Answered(
                                identifiers.of(article), routes.article(article).under(site)))));
    }

    private static String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= MOST_OF_SUMMARY
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_OF_SUMMARY)).stripTrailing() + "…";
    }

    private static String fragment(String id) {
        return "#" + new Route(id).encoded();
    }

    private Entry.Credit reader(Feedback.Person person, Locale language) {
        String name = SafeHtml.name(person.name());
        String handle = SafeHtml.name(person.handle());
        String shown = name.isEmpty() ? handle.isEmpty() ? words.get(language, "feedback.anonymous") : handle : name;
        return new Entry.Credit("", Text.xml(shown), person.url().orElse(""), Text.xml(handle), "", "");
    }
}
