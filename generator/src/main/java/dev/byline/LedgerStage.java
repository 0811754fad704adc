package dev.byline;

import dev.byline.publish.Ledger;
import dev.byline.publish.LedgerFiles;
import dev.byline.publish.Line;
import dev.byline.publish.Pause;
import dev.byline.publish.Round;
import dev.byline.publish.Secrets;
import dev.byline.remote.Http;
import dev.byline.site.Article;
import dev.byline.site.Post;
import dev.byline.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Does something about posts that the ledger knows. */
final class LedgerStage {
    private final Site site;
    private final Selection selection;
    private final Round round;

    LedgerStage(
            Site site,
            Path folder,
            Selection selection,
            Map<String, String> environment,
            Clock clock,
            Duration patience) {
        this.site = site;
        this.selection = selection;
        Ledger ledger = PublishStage.ledger(site, new LedgerFiles(folder.resolve("ledger")));
        Http http = new Http(Byline.version(), patience);
        this.round = new Round(new Secrets(environment), http::send, ledger, clock, Pause::sleeping, patience);
    }

    /** Takes posts back. */
    List<Line> withdraw(boolean dryRun) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Article article : site.articles()) {
            Map<String, List<Post>> threads = new LinkedHashMap<>();
            selected(article, Post.State.PUBLISHED)
                    .forEach(post -> threads.computeIfAbsent(
                                    post.account() + " " + post.network(), lane -> new ArrayList<>())
                            .add(post));
            for (List<Post> thread : threads.values()) {
                thread.sort(Comparator.comparingInt(Post::part).reversed());
                lines.addAll(dryRun ? due(article, thread) : withdraw(article, thread));
            }
        }
        return lines;
    }

    private List<Line> withdraw(Article article, List<Post> thread) throws IOException {
        Post any = thread.get(0);
        return round.withdraw(article.id(), PublishStage.handle(site, any.account(), any.network()), thread);
    }

    private static List<Line> due(Article article, List<Post> thread) {
        return thread.stream()
                .map(post -> new Line(
                        article.id(),
                        post.account(),
                        post.network(),
                        post.part(),
                        Line.Result.DUE,
                        post.url().orElse(post.id())))
                .toList();
    }

    /** Writes down what became of posts that were sent without an answer. */
    List<Line> settle(boolean isOut) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Article article : site.articles()) {
            for (Post post : selected(article, Post.State.INTENDED)) {
                lines.add(round.settle(article.id(), post, isOut));
            }
        }
        return lines;
    }

    private List<Post> selected(Article article, Post.State state) {
        return site.posts(article).stream()
                .filter(post -> post.state() == state)
                .filter(post -> selection.takes(article.id(), post.account(), post.network()))
                .toList();
    }
}
