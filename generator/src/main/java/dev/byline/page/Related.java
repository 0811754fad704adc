package dev.byline.page;

import dev.byline.site.Article;
import dev.byline.site.Prose;
import dev.byline.site.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A piece to read on with, and why.
 *
 * @param article the other piece
 * @param because what both have: tags, the subject, or words of their titles and headings; the weightiest first
 */
public record Related(Article article, List<String> because) {
    private static final int MOST = 3;
    private static final int REASONS = 2;
    /** What more pieces than these have in common says little, and would cost much to compare. */
    private static final int TELLING = 60;

    private static final double TAG = 3;
    private static final double SUBJECT = 1;
    private static final double WORD = 1;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    /** Shorter words are mostly those that every text has. */
    private static final int SHORTEST_WORD = 5;

    public Related {
        because = List.copyOf(because);
    }

    /**
     * Finds for each article of one language those that share most with it; what few pieces have weighs more.
     *
     * @param articles newest first
     * @param prose their texts, by id
     * @return by article id; pieces of the same series are left out, since the series names them
     */
    static Map<String, List<Related>> among(Collection<Article> articles, Map<String, Prose> prose) {
        Map<String, Map<String, Double>> features = new LinkedHashMap<>();
        Map<String, List<Article>> having = new HashMap<>();
        for (Article article : articles) {
            Map<String, Double> own = features(article, prose.get(article.id()));
            features.put(article.id(), own);
            own.keySet()
                    .forEach(feature -> having.computeIfAbsent(feature, f -> new ArrayList<>())
                            .add(article));
        }
        Map<String, List<Related>> related = new HashMap<>();
        for (Article article : articles) {
            related.put(article.id(), closest(article, features.get(article.id()), having, articles.size()));
        }
        return related;
    }

    /** By the name under which a reader is told of it. */
    private static Map<String, Double> features(Article article, Prose prose) {
        Map<String, Double> features = new LinkedHashMap<>();
        words(article.title(), article.language(), features);
        prose.headings().forEach(heading -> words(heading.text(), article.language(), features));
        article.category().map(Term::name).ifPresent(name -> features.put(name, SUBJECT));
        article.tags().forEach(tag -> features.put(tag.name(), TAG));
        return features;
    }

    private static void words(String text, Locale language, Map<String, Double> features) {
        for (String word : NO_LETTERS.split(text.toLowerCase(language))) {
            if (word.length() >= SHORTEST_WORD) {
                features.putIfAbsent(word, WORD);
            }
        }
    }

    private static List<Related> closest(
            Article article, Map<String, Double> own, Map<String, List<Article>> having, int all) {
        Map<String, Shared> shared = new LinkedHashMap<>();
        own.forEach((feature, weight) -> {
            List<Article> others = having.get(feature);
            double value = weight * Math.log(1 + (double) all / others.size());
            for (Article other : others.subList(0, Math.min(TELLING, others.size()))) {
                if (!other.id().equals(article.id()) && !sameSeries(article, other)) {
                    shared.computeIfAbsent(other.id(), id -> new Shared(other)).add(feature, value);
                }
            }
        });
        return shared.values().stream()
                .sorted(Comparator.comparingDouble((Shared s) -> -s.sum).thenComparing(s -> s.article.id()))
                .limit(MOST)
                .map(s -> new Related(s.article, reasons(s.values)))
                .toList();
    }

    /** What another article has in common with one, while it is added up. */
    private static final class Shared {
        private final Article article;
        private final Map<String, Double> values = new LinkedHashMap<>();
        private double sum;

        Shared(Article article) {
            this.article = article;
        }

        void add(String feature, double value) {
            values.put(feature, value);
            sum += value;
        }
    }

    private static boolean sameSeries(Article a, Article b) {
        return a.series().isPresent() && a.series().equals(b.series());
    }

    private static List<String> reasons(Map<String, Double> shared) {
        return shared.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(REASONS)
                .map(Map.Entry::getKey)
                .toList();
    }
}
