package dev.byline.credits;

import dev.byline.site.Article;
import dev.byline.site.Author;
import java.util.List;

/** A place where programs or people read who wrote a piece. */
interface Surface {
    /** As the matrix heads its column. */
    String name();

    /** Whom it has to credit; nobody where the piece, or these people, have no place on it. */
    default List<Author> expected(Article article) {
        return article.authors();
    }

    /** Whether a person is credited there, with the handle that belongs there. */
    boolean credits(Article article, Author author);
}
