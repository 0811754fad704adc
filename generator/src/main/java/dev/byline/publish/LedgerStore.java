package dev.byline.publish;

import dev.byline.site.Post;
import java.io.IOException;
import java.util.List;

/** Where the ledger is kept. */
@FunctionalInterface
public interface LedgerStore {
    /**
     * Keeps the posts of an article, in place of those that were kept before.
     *
     * @throws IOException where that cannot be done; nothing may be posted then
     */
    void keep(String article, List<Post> posts) throws IOException;
}
