package dev.byline.feedback;

import dev.byline.site.Article;
import dev.byline.site.Site;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The conversations of a site: several pages and feeds show one, and its texts are made safe once. Threads may share it. */
public final class Conversations {
    private final Site site;
    /** By article id. */
    private final Map<String, Conversation> conversations = new ConcurrentHashMap<>();

    public Conversations(Site site) {
        this.site = site;
    }

    /** What readers answered to this article. */
    public Conversation of(Article article) {
        return conversations.computeIfAbsent(article.id(), id -> Conversation.of(site, article));
    }
}
