package dev.byline.credits;

import dev.byline.network.PostNetwork;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import java.nio.file.Path;
import java.util.List;

/** The people in the post drafts for one network: by their handle there, or by their name where they have none. */
final class Posts implements Surface {
    private final Built built;
    private final PostNetwork network;

    Posts(Built built, PostNetwork network) {
        this.built = built;
        this.network = network;
    }

    @Override
    public String name() {
        return network.displayName();
    }

    @Override
    public List<Author> expected(Article article) {
        return drafts(article).isEmpty() ? List.of() : article.authors();
    }

    private List<String> drafts(Article article) {
        String ending = "." + network.id() + ".md";
        return built.drafts(article).stream()
                .filter(name -> name.endsWith(ending))
                .toList();
    }

    @Override
    public boolean credits(Article article, Author author) {
        return drafts(article).stream()
                .allMatch(draft -> isOwn(draft, author) || mentions(built.draft(article, draft), author));
    }

    /** Who posts from their own account need not name themselves. */
    private boolean isOwn(String draft, Author author) {
        return draft.equals(author.id() + "." + network.id() + ".md");
    }

    private boolean mentions(java.util.Optional<Path> draft, Author author) {
        String file = draft.map(Built::text).orElse("");
        int body = file.indexOf("\n---\n");
        String text = file.substring(Math.max(body, 0));
        return text.contains(author.name())
                || author.handleOn(network.id())
                        .map(Handle::name)
                        .filter(handle -> text.contains(network.mention(author.name(), handle)))
                        .isPresent();
    }
}
