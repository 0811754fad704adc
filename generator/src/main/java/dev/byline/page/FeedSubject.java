package dev.byline.page;

import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Term;
import java.util.List;

/** What a feed tells of, and so what it is called. */
public sealed interface FeedSubject {
    /** Whose feed it is; empty for one of the blog or of a term. */
    default List<Author> people() {
        return List.of();
    }

    /** The pieces of one language. */
    record Blog() implements FeedSubject {}

    /** The pieces of every language, on a site that has more than one. */
    record Everything() implements FeedSubject {}

    /** The pieces under one term. */
    record Under(Term term) implements FeedSubject {}

    /** What one person writes, in every language. */
    record By(Author author) implements FeedSubject {
        @Override
        public List<Author> people() {
            return List.of(author);
        }
    }

    /** What one person writes under one tag. */
    record ByOn(Author author, Term tag) implements FeedSubject {
        @Override
        public List<Author> people() {
            return List.of(author);
        }
    }

    /** What readers answer to any piece of one language. */
    record AllAnswers() implements FeedSubject {}

    /** What readers answer to what one person wrote. */
    record AnswersTo(Author author) implements FeedSubject {
        @Override
        public List<Author> people() {
            return List.of(author);
        }
    }

    /** What readers answer to one piece. */
    record Answers(Article article) implements FeedSubject {
        @Override
        public List<Author> people() {
            return article.authors();
        }
    }
}
