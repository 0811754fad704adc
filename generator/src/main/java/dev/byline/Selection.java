package dev.byline;

import java.util.Optional;

/**
 * Which posts are meant; what is not given means all.
 *
 * @param account an author's id or a company account's
 * @param network a network's id
 * @param article an article's id
 */
public record Selection(Optional<String> account, Optional<String> network, Optional<String> article) {
    public static final Selection ALL = new Selection(Optional.empty(), Optional.empty(), Optional.empty());

    boolean takes(String ofArticle, String ofAccount, String onNetwork) {
        return article.map(ofArticle::equals).orElse(true)
                && account.map(ofAccount::equals).orElse(true)
                && network.map(onNetwork::equals).orElse(true);
    }
}
