package dev.byline.page;

import dev.byline.site.Article;
import dev.byline.site.Prose;
import dev.byline.site.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

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

    /** Pieces that one thread compares before it takes more. */
    private static final int AT_ONCE = 256;

    private static final double TAG = 3;
    private static final double SUBJECT = 1;
    private static final double WORD = 1;
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
        List<Article> all = List.copyOf(articles);
        List<Map<String, Double>> features = all.parallelStream()
                .map(article -> features(article, prose.get(article.id())))
                .toList();
        Map<String, Having> having = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (String feature : features.get(i).keySet()) {
                having.computeIfAbsent(feature, f -> new Having()).add(i);
            }
        }
        having.values().forEach(one -> one.rarity = Math.log(1 + (double) all.size() / one.count));
        int parts = (all.size() + AT_ONCE - 1) / AT_ONCE;
        Map<String, List<Related>> related = new ConcurrentHashMap<>();
        IntStream.range(0, parts).parallel().forEach(part -> {
            Likeness likeness = new Likeness(all, features, having);
            for (int i = part * AT_ONCE; i < Math.min(all.size(), (part + 1) * AT_ONCE); i++) {
                related.put(all.get(i).id(), likeness.closest(i));
            }
        });
        return related;
    }

    /** The newest pieces that have a feature in common, and how many have it altogether. */
    private static final class Having {
        private final int[] newest = new int[TELLING];
        private int count;
        private double rarity;

        void add(int article) {
            if (count < TELLING) {
                newest[count] = article;
            }
            count++;
        }

        int shown() {
            return Math.min(count, TELLING);
        }

        boolean shows(int article) {
            return Arrays.binarySearch(newest, 0, shown(), article) >= 0;
        }
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
        String lower = text.toLowerCase(language);
        int start = 0;
        for (int at = 0; at <= lower.length(); ) {
            int c = at < lower.length() ? lower.codePointAt(at) : ' ';
            if (!isOfWord(c)) {
                if (at - start >= SHORTEST_WORD) {
                    features.putIfAbsent(lower.substring(start, at), WORD);
                }
                start = at + Character.charCount(c);
            }
            at += Character.charCount(c);
        }
    }

    /** Letters with their marks, and numbers of all kinds. */
    private static boolean isOfWord(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }

    /** Adds up what pieces have in common, one piece after the other; for one thread. */
    private static final class Likeness {
        private final List<Article> articles;
        private final List<Map<String, Double>> features;
        private final Map<String, Having> having;
        private final double[] sums;
        private final int[] met;
        private int count;

        Likeness(List<Article> articles, List<Map<String, Double>> features, Map<String, Having> having) {
            this.articles = articles;
            this.features = features;
            this.having = having;
            this.sums = new double[articles.size()];
            this.met = new int[articles.size()];
        }

        List<Related> closest(int article) {
            count = 0;
            features.get(article).forEach((feature, weight) -> {
                Having others = having.get(feature);
                double value = weight * others.rarity;
                for (int i = 0; i < others.shown(); i++) {
                    add(others.newest[i], value);
                }
            });
            List<Integer> best = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int other = met[i];
                if (other != article && !sameSeries(articles.get(article), articles.get(other))) {
                    place(other, best);
                }
            }
            List<Related> closest = best.stream()
                    .map(other -> new Related(articles.get(other), reasons(article, other)))
                    .toList();
            for (int i = 0; i < count; i++) {
                sums[met[i]] = 0;
            }
            return closest;
        }

        private void add(int other, double value) {
            if (sums[other] == 0) {
                met[count++] = other;
            }
            sums[other] += value;
        }

        /** Puts it among the best, if it is one of them. */
        private void place(int other, List<Integer> best) {
            int at = best.size();
            while (at > 0 && isCloser(other, best.get(at - 1))) {
                at--;
            }
            if (at < MOST) {
                best.add(at, other);
                if (best.size() > MOST) {
                    best.remove(MOST);
                }
            }
        }

        private boolean isCloser(int one, int other) {
            return sums[one] != sums[other]
                    ? sums[one] > sums[other]
                    : articles.get(one).id().compareTo(articles.get(other).id()) < 0;
        }

        private List<String> reasons(int article, int other) {
            Map<String, Double> shared = new LinkedHashMap<>();
            features.get(article).forEach((feature, weight) -> {
                Having others = having.get(feature);
                if (others.shows(other)) {
                    shared.put(feature, weight * others.rarity);
                }
            });
            return Related.reasons(shared);
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
