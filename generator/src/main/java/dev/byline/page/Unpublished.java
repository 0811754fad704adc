package dev.byline.page;

import dev.byline.site.Article;
import dev.byline.site.Site;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The pieces that are not out, as their writer may look at them before. */
public final class Unpublished {
    private Unpublished() {}

    /** All of them: drafts, scheduled ones, expired ones. */
    public static List<Article> of(Site site) {
        return site.articles().stream()
                .filter(article -> !article.visibility(site.now()).hasPage())
                .toList();
    }

    /**
     * The ids of those that can have a page now. An address that another piece has taken over in the meantime is that
     * piece's, and so is that of a plain page.
     */
    public static Set<String> showable(Site site, Routes routes) {
        Set<String> taken = new HashSet<>();
        site.published().forEach(article -> addresses(article, routes).forEach(taken::add));
        site.pages().forEach(page -> taken.add(folded(routes.page(page).path())));
        Set<String> ids = new HashSet<>();
        for (Article article : of(site)) {
            List<String> own = addresses(article, routes).distinct().toList();
            if (own.stream().noneMatch(taken::contains)) {
                taken.addAll(own);
                ids.add(article.id());
            }
        }
        return ids;
    }

    private static Stream<String> addresses(Article article, Routes routes) {
        return Stream.concat(
                Stream.of(folded(routes.article(article).path())),
                article.aliases().stream().map(alias -> folded(alias.substring(1))));
    }

    /** Some disks do not tell {@code A} from {@code a}. */
    private static String folded(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
