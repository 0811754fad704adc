package dev.byline.page;

import dev.byline.site.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a long list that stands on one page.
 *
 * <p>Older pages are counted from the oldest piece, so that what stands at {@code page/3/} never moves: a new piece
 * changes the front only. The front holds what does not fill a page yet, and the newest full page with it.
 *
 * @param route of the page that it stands on
 * @param articles newest first
 * @param number of an older page, from 1 for the oldest; 0 for the front
 * @param newer the page with the next newer pieces
 * @param older the page with the next older pieces
 */
public record Slice(Route route, List<Article> articles, int number, Optional<Route> newer, Optional<Route> older) {
    public Slice {
        articles = List.copyOf(articles);
    }

    /** Whether this is the front of the list. */
    public boolean isFront() {
        return number == 0;
    }

    /**
     * Cuts a list into pages.
     *
     * @param list the route of its front
     * @param articles newest first
     * @param size how many a full page holds
     */
    static List<Slice> of(Route list, List<Article> articles, int size) {
        int older = Math.max(0, articles.size() / size - 1);
        int onFront = articles.size() - older * size;
        List<Slice> slices = new ArrayList<>();
        slices.add(new Slice(list, articles.subList(0, onFront), 0, Optional.empty(), page(list, older)));
        for (int number = older; number >= 1; number--) {
            int from = onFront + (older - number) * size;
            Route newer = number == older ? list : page(list, number + 1).orElseThrow();
            slices.add(new Slice(
                    page(list, number).orElseThrow(),
                    articles.subList(from, from + size),
                    number,
                    Optional.of(newer),
                    page(list, number - 1)));
        }
        return slices;
    }

    private static Optional<Route> page(Route list, int number) {
        return number == 0 ? Optional.empty() : Optional.of(list.resolve("page/" + number + "/"));
    }
}
