package dev.byline.feedback;

import dev.byline.site.Article;
import dev.byline.site.Question;
import dev.byline.site.Site;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The conversations of a site: several pages and feeds show one. Threads may share it. */
public final class Conversations {
    private static final Comparator<Heard> NEWEST_FIRST = Comparator.<Heard, java.time.Instant>comparing(
                    heard -> heard.said().when())
            .reversed()
            .thenComparing(heard -> heard.article().id())
            .thenComparing(heard -> heard.said().entry().item().id());

    private final Site site;
    /** By article id. */
    private final Map<String, Conversation> conversations = new ConcurrentHashMap<>();
    /** By article id, newest first. */
    private final Map<String, List<Heard>> heard = new ConcurrentHashMap<>();

    /** Something that was said, and to which piece. */
    public record Heard(Article article, Conversation.Said said) {}

    public Conversations(Site site) {
        this.site = site;
    }

    /** What readers answered to this article. */
    public Conversation of(Article article) {
        site.reads().read(Question.Kind.CONVERSATION, article.id());
        return conversations.computeIfAbsent(article.id(), id -> Conversation.of(site, article));
    }

    /** What was said last to one article, the newest first; what has no date comes last. */
    public List<Heard> newest(Article article, int most) {
        List<Heard> all = heardOf(article);
        return all.subList(0, Math.min(all.size(), most));
    }

    /** What was said last to any of these articles, the newest first; what has no date comes last. */
    public List<Heard> newest(Collection<Article> articles, Predicate<Conversation.Said> wanted, int most) {
        return articles.stream()
                .flatMap(article -> heardOf(article).stream()
                        .filter(one -> wanted.test(one.said()))
                        .limit(most))
                .sorted(NEWEST_FIRST)
                .limit(most)
                .toList();
    }

    private List<Heard> heardOf(Article article) {
        site.reads().read(Question.Kind.CONVERSATION, article.id());
        return heard.computeIfAbsent(
                article.id(),
                id -> of(article).said().stream()
                        .map(said -> new Heard(article, said))
                        .sorted(NEWEST_FIRST)
                        .toList());
    }
}
