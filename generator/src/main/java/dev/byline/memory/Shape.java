package dev.byline.memory;

import dev.byline.page.FeedSubject;
import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.page.Slice;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Question;
import dev.byline.site.Reads;
import dev.byline.site.Term;
import dev.byline.source.Fingerprint;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a page is in itself, as a fingerprint; what it holds of articles and people is asked of the site. */
public final class Shape {
    private final Reads reads;
    private long all;

    private Shape(Reads reads, Page page) {
        this.reads = reads;
        this.all = Fingerprint.mixed(0, page.getClass().getName());
        add(page.route());
        if (page instanceof Page.Themed themed) {
            add(themed.language().toLanguageTag());
        }
    }

    /**
     * The fingerprint of a page; empty for one that hangs on everything, and is made each time.
     *
     * @param reads hears which articles and people it holds
     */
    public static Optional<Long> of(Page page, Reads reads) {
        Shape shape = new Shape(reads, page);
        return shape.take(page) ? Optional.of(shape.all) : Optional.empty();
    }

    private boolean take(Page page) {
        if (page instanceof Page.ForPrograms) {
            return false;
        }
        if (page instanceof Page.Feed feed) {
            takeFeed(feed);
        } else if (page instanceof Page.Opml list) {
            list.feeds().forEach(this::takeListed);
        } else if (page instanceof Page.SearchIndex index) {
            whole(index.articles());
        } else if (page instanceof Page.Identity identity) {
            author(identity.author());
            add(identity.form().name());
            reads.read(Question.Kind.WRITTEN_BY, identity.author().id());
            reads.read(Question.Kind.FILES, "");
        } else if (page instanceof Page.Picture picture) {
            add(picture.image().toString());
            reads.read(Question.Kind.FILE, picture.place().file());
        } else if (page instanceof Page.Card card) {
            entries(List.of(card.article()));
            reads.read(Question.Kind.FILES, "");
        } else if (page instanceof Page.Icon icon) {
            add(icon.logo());
            add(icon.size());
            reads.read(Question.Kind.FILES, "");
        } else if (page instanceof Page.Copy copy) {
            add(copy.source());
            reads.read(Question.Kind.FILES, "");
        } else if (page instanceof Page.Themed themed) {
            takeThemed(themed);
        }
        return true;
    }

    private void takeThemed(Page.Themed page) {
        if (page instanceof Page.Home home) {
            take(home.slice());
        } else if (page instanceof Page.Archive archive) {
            add(archive.year());
            add(archive.years().toString());
            entries(archive.articles());
        } else if (page instanceof Page.ArticlePage article) {
            takeArticle(article);
        } else if (page instanceof Page.FeedbackPage feedback) {
            entries(List.of(feedback.article()));
            add(feedback.number());
            add(feedback.of());
        } else if (page instanceof Page.Answers answers) {
            entries(answers.articles());
        } else if (page instanceof Page.AuthorPage author) {
            author(author.author());
            take(author.slice());
        } else if (page instanceof Page.Authors authors) {
            authors.authors().forEach(this::author);
        } else if (page instanceof Page.TermPage term) {
            add(term.term());
            take(term.slice());
        } else if (page instanceof Page.Terms terms) {
            terms.counts().forEach((term, count) -> {
                add(term);
                add(count);
            });
        } else if (page instanceof Page.Plain plain) {
            reads.read(Question.Kind.PAGE, plain.page().id());
        } else if (page instanceof Page.Redirect redirect) {
            add(redirect.target());
        } else if (page instanceof Page.Feeds feeds) {
            feeds.feeds().forEach(this::takeListed);
        }
    }

    private void takeArticle(Page.ArticlePage page) {
        whole(List.of(page.article()));
        add(page.feedback().map(Route::path).orElse("-"));
        add(page.newer().map(Article::id).orElse(""));
        add(page.older().map(Article::id).orElse(""));
        entries(page.newer().stream().toList());
        entries(page.older().stream().toList());
        page.related().forEach(related -> {
            entries(List.of(related.article()));
            add(related.because().toString());
        });
    }

    private void takeFeed(Page.Feed feed) {
        takeListed(feed);
        add(feed.part().toString());
        boolean ofAnswers = feed.subject() instanceof FeedSubject.Answers
                || feed.subject() instanceof FeedSubject.AllAnswers
                || feed.subject() instanceof FeedSubject.AnswersTo;
        if (ofAnswers) {
            entries(feed.articles());
        } else {
            whole(feed.articles());
        }
        // Their images and recordings; and of every feed, the site's icon.
        reads.read(Question.Kind.FILES, "");
        feed.articles().forEach(article -> reads.read(Question.Kind.CONVERSATION, article.id()));
    }

    /** What lists of feeds show of one. */
    private void takeListed(Page.Feed feed) {
        add(feed.route());
        add(feed.format().name());
        add(feed.list());
        add(feed.about());
        add(feed.language().toLanguageTag());
        add(feed.subject().getClass().getName());
        feed.subject().people().forEach(this::author);
        if (feed.subject() instanceof FeedSubject.Under under) {
            add(under.term());
        } else if (feed.subject() instanceof FeedSubject.ByOn by) {
            add(by.tag());
        } else if (feed.subject() instanceof FeedSubject.Answers answers) {
            entries(List.of(answers.article()));
        }
    }

    private void take(Slice slice) {
        add(slice.route());
        add(slice.number());
        add(slice.newer().map(Route::path).orElse("-"));
        add(slice.older().map(Route::path).orElse("-"));
        entries(slice.articles());
    }

    private void entries(Collection<Article> articles) {
        add(articles.size());
        for (Article article : articles) {
            add(article.id());
            reads.read(Question.Kind.ENTRY, article.id());
        }
    }

    private void whole(Collection<Article> articles) {
        add(articles.size());
        for (Article article : articles) {
            add(article.id());
            reads.read(Question.Kind.WHOLE, article.id());
        }
    }

    private void author(Author author) {
        add(author.id());
        reads.read(Question.Kind.AUTHOR, author.id());
    }

    private void add(Term term) {
        add(term.taxonomy().name());
        add(term.slug());
        add(term.name());
    }

    private void add(Route route) {
        add(route.path());
    }

    private void add(Path path) {
        add(path.toString());
    }

    private void add(String text) {
        all = Fingerprint.mixed(all, text);
    }

    private void add(int number) {
        all = Fingerprint.mixed(all, number);
    }
}
