package dev.byline.page;

import dev.byline.site.Article;
import dev.byline.site.Prose;
import dev.byline.site.Term;
import dev.byline.source.Fingerprint;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which pieces are to be read on with, found anew only if something has changed by which they are found: titles, headings,
 * subjects, or which pieces there are.
 */
public final class Relations {
    private final Map<String, Known> before;
    private final Map<String, Known> after = new HashMap<>();

    /**
     * What was found for the pieces of one language.
     *
     * @param fingerprint of all by which it was found
     * @param pieces by the id of an article, the closest first
     */
    public record Known(long fingerprint, Map<String, List<Near>> pieces) {
        public Known {
            pieces = Map.copyOf(pieces);
        }
    }

    /**
     * A piece that is near another one.
     *
     * @param article its id
     */
    public record Near(String article, List<String> because) {
        public Near {
            because = List.copyOf(because);
        }
    }

    /**
     * Begins.
     *
     * @param before what was found in a build before, by language tag
     */
    public Relations(Map<String, Known> before) {
        this.before = Map.copyOf(before);
    }

    /** What is known now, by language tag. */
    public Map<String, Known> known() {
        return Map.copyOf(after);
    }

    /** As {@link Related#among}, of the articles of one language. */
    Map<String, List<Related>> among(Locale language, List<Article> articles, Map<String, Prose> prose) {
        String tag = language.toLanguageTag();
        long fingerprint = fingerprint(articles, prose);
        Known known = before.get(tag);
        if (known == null || known.fingerprint() != fingerprint) {
            Map<String, List<Near>> pieces = new HashMap<>();
            Related.among(articles, prose)
                    .forEach((id, related) -> pieces.put(
                            id,
                            related.stream()
                                    .map(one -> new Near(one.article().id(), one.because()))
                                    .toList()));
            known = new Known(fingerprint, pieces);
        }
        after.put(tag, known);
        return linked(known, articles);
    }

    private static Map<String, List<Related>> linked(Known known, List<Article> articles) {
        Map<String, Article> byId = new HashMap<>();
        articles.forEach(article -> byId.put(article.id(), article));
        Map<String, List<Related>> related = new HashMap<>();
        known.pieces()
                .forEach((id, near) -> related.put(
                        id,
                        near.stream()
                                .map(one -> new Related(byId.get(one.article()), one.because()))
                                .toList()));
        return related;
    }

    private static long fingerprint(List<Article> articles, Map<String, Prose> prose) {
        long all = articles.size();
        for (Article article : articles) {
            all = Fingerprint.mixed(Fingerprint.mixed(all, article.id()), article.title());
            all = Fingerprint.mixed(all, article.category().map(Term::name).orElse(""));
            all = Fingerprint.mixed(all, article.series().map(Term::slug).orElse(""));
            for (Term tag : article.tags()) {
                all = Fingerprint.mixed(all, tag.name());
            }
            for (Prose.Heading heading : prose.get(article.id()).headings()) {
                all = Fingerprint.mixed(all, heading.text());
            }
        }
        return all;
    }
}
