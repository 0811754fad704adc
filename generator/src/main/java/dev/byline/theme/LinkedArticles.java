package dev.byline.theme;

import dev.byline.feedback.Authorship;
import dev.byline.feedback.Conversation;
import dev.byline.feedback.SafeHtml;
import dev.byline.page.Page;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Site;
import dev.byline.site.Term;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Articles and what readers answered, in the words of schema.org. */
final class LinkedArticles {
    private final Site site;
    private final URI root;
    private final Routes routes;
    private final Views views;
    private final LinkedPeople people;

    LinkedArticles(Site site, Routes routes, Views views, LinkedPeople people) {
        this.site = site;
        this.root = site.settings().url();
        this.routes = routes;
        this.views = views;
        this.people = people;
    }

    /**
     * An article on its own page.
     *
     * @param images full addresses
     */
    Thing posting(Page.ArticlePage page, String description, List<String> images) {
        Article article = page.article();
        Conversation answers = views.responses().conversation(article);
        return credited(article)
                .with("description", description)
                .with("image", images)
                .with("publisher", people.organization())
                .with("isPartOf", blog(article.language()))
                .with("articleSection", article.category().map(Term::name))
                .with("keywords", article.tags().stream().map(Term::name).toList())
                .with("wordCount", page.prose().words())
                .with("timeRequired", "PT" + page.prose().readingMinutes() + "M")
                .with(
                        "translationOfWork",
                        article.translationOf().flatMap(site::article).map(this::reference))
                .with(
                        "workTranslation",
                        article.translationOf().isPresent()
                                ? List.of()
                                : site.translationsOf(article).stream()
                                        .map(this::reference)
                                        .toList())
                .with(
                        "aggregateRating",
                        Optional.of(answers).filter(all -> all.votes() > 0).map(LinkedArticles::rating))
                .with("discussionUrl", page.feedback().map(answered -> answered.under(root)))
                .with("comment", comments(article, views.responses().last(article)));
    }

    /** An article on one page of its answers. */
    Thing discussion(Article article, int page) {
        List<Conversation.Said> here = views.responses().conversation(article).said(page).stream()
                .filter(Conversation.Said::isShown)
                .toList();
        return credited(article).with("comment", comments(article, here));
    }

    /** What both pages say: the piece, who wrote it and how many answered. */
    private Thing credited(Article article) {
        Conversation answers = views.responses().conversation(article);
        return reference(article)
                .with("mainEntityOfPage", address(article))
                .with("headline", article.title())
                .with("datePublished", article.date().map(LinkedArticles::iso))
                .with("dateModified", article.lastChanged().map(LinkedArticles::iso))
                .with("author", people.people(article.authors(), article.language()))
                .with("commentCount", Optional.of(answers.spoken()).filter(counted -> isAnswered()))
                .with("interactionStatistic", isAnswered() ? interactions(answers) : List.of());
    }

    /** Whether answers are shown: of those that are not, no number is told either. */
    private boolean isAnswered() {
        return site.settings().make().answers();
    }

    private Thing reference(Article article) {
        return Thing.of("BlogPosting")
                .with("@id", address(article) + "#article")
                .with("url", address(article))
                .with("inLanguage", article.language().toLanguageTag());
    }

    private String address(Article article) {
        return routes.article(article).under(root);
    }

    Thing blog(Locale language) {
        String home = routes.home(language).under(root);
        return Thing.of("Blog")
                .with("@id", home + "#blog")
                .with("name", site.settings().title().in(language))
                .with("url", home);
    }

    static String iso(ZonedDateTime moment) {
        return moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static List<Thing> interactions(Conversation answers) {
        return List.of(
                interaction("CommentAction", answers.spoken()),
                interaction("LikeAction", answers.count(Feedback.Kind.LIKE)),
                interaction("ShareAction", answers.count(Feedback.Kind.REPOST)),
                interaction("BookmarkAction", answers.count(Feedback.Kind.BOOKMARK)));
    }

    private static Thing interaction(String action, int count) {
        return Thing.of("InteractionCounter")
                .with("interactionType", "https://schema.org/" + action)
                .with("userInteractionCount", count);
    }

    /** What readers voted, and nothing that they did not. */
    private static Thing rating(Conversation answers) {
        return Thing.of("AggregateRating")
                .with("ratingValue", String.format(Locale.ROOT, "%.1f", answers.stars()))
                .with("ratingCount", answers.votes())
                .with("bestRating", 5)
                .with("worstRating", 1);
    }

    private List<Thing> comments(Article article, List<Conversation.Said> said) {
        return said.stream().map(one -> comment(article, one)).toList();
    }

    private Thing comment(Article article, Conversation.Said said) {
        String page = routes.feedback(article, said.page()).under(root);
        Feedback item = said.entry().item();
        return Thing.of("Comment")
                .with("@id", page + "#" + item.id())
                .with("url", item.origin().url().orElse(page + "#" + said.anchor()))
                .with("author", author(article, item))
                .with("dateCreated", item.published().map(Instant::toString))
                .with("dateModified", item.edited().map(Instant::toString))
                .with("inLanguage", item.language().map(Locale::toLanguageTag))
                .with("text", SafeHtml.plain(said.entry().safeHtml()))
                .with("parentItem", said.parent().map(id -> Thing.of("Comment").with("@id", page + "#" + id)));
    }

    /** Who said it, as they present themselves; one of the authors is the same person as in the byline. */
    private Thing author(Article article, Feedback item) {
        return article.authors().stream()
                .filter(author -> Authorship.is(author, item))
                .findFirst()
                .map(author -> people.person(author, article.language()))
                .orElseGet(() -> {
                    View.Reader reader = views.responses().reader(item, article.language());
                    return Thing.of("Person")
                            .with("name", reader.name())
                            .with("alternateName", reader.handle().equals(reader.name()) ? "" : reader.handle())
                            .with("url", reader.url());
                });
    }
}
