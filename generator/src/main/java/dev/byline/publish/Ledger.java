package dev.byline.publish;

import dev.byline.site.Post;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of every post; each change is kept before it counts. */
public final class Ledger {
    private final Map<String, List<Post>> posts = new HashMap<>();
    private final LedgerStore store;

    /**
     * A ledger.
     *
     * @param known what was kept so far, by article
     */
    public Ledger(Map<String, List<Post>> known, LedgerStore store) {
        known.forEach((article, list) -> posts.put(article, new ArrayList<>(list)));
        this.store = store;
    }

    /** All posts about an article. */
    public List<Post> posts(String article) {
        return List.copyOf(posts.getOrDefault(article, List.of()));
    }

    /** The post that counts: of several, one that is out before one that is not. */
    Optional<Post> find(String article, String account, String network, int part) {
        List<Post> same = posts(article).stream()
                .filter(post -> post.account().equals(account) && post.network().equals(network) && post.part() == part)
                .toList();
        for (Post.State state :
                List.of(Post.State.PUBLISHED, Post.State.INTENDED, Post.State.WITHDRAWN, Post.State.FAILED)) {
            Optional<Post> found =
                    same.stream().filter(post -> post.state() == state).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Writes that a post is about to be sent. */
    void intend(Part part) throws IOException {
        put(part, Post.State.INTENDED, new Sent("", Optional.empty()), "");
    }

    /** Writes that a post is out. */
    void published(Part part, Sent sent) throws IOException {
        put(part, Post.State.PUBLISHED, sent, "");
    }

    /** Writes that a post is not out. */
    void failed(Part part, String reason) throws IOException {
        put(part, Post.State.FAILED, new Sent("", Optional.empty()), reason);
    }

    private void put(Part part, Post.State state, Sent sent, String reason) throws IOException {
        Outgoing outgoing = part.outgoing();
        replace(
                outgoing.article(),
                find(outgoing.article(), outgoing.account(), outgoing.network(), part.number()),
                Optional.of(new Post(
                        outgoing.account(),
                        outgoing.network(),
                        part.number(),
                        state,
                        sent.id(),
                        sent.url(),
                        Optional.of(part.created()),
                        Keys.ofText(part.whole()),
                        part.key(),
                        reason)));
    }

    /** Writes another state for a post that is there. */
    void change(String article, Post post, Post.State state, Optional<Sent> sent) throws IOException {
        replace(
                article,
                Optional.of(post),
                Optional.of(new Post(
                        post.account(),
                        post.network(),
                        post.part(),
                        state,
                        sent.map(Sent::id).orElse(post.id()),
                        sent.map(Sent::url).orElse(post.url()),
                        post.at(),
                        post.text(),
                        post.key(),
                        "")));
    }

    /** Forgets a post: it was never out. */
    void forget(String article, Post post) throws IOException {
        replace(article, Optional.of(post), Optional.empty());
    }

    private void replace(String article, Optional<Post> before, Optional<Post> after) throws IOException {
        List<Post> changed = new ArrayList<>(posts(article));
        before.ifPresent(changed::remove);
        after.ifPresent(changed::add);
        store.keep(article, changed);
        posts.put(article, changed);
    }

    /** When a post was first decided on. */
    static Instant created(Post post, Instant otherwise) {
        return post.at().orElse(otherwise);
    }
}
