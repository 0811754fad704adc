package dev.byline.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The index of one language, as files that a page asks for one at a time:
 *
 * <ul>
 *   <li>{@code words.json}: how many pieces there are, and with which word each shard begins;
 *   <li>{@code s<n>.json}: a shard, some thousand bytes of the sorted vocabulary. Each word has the number of its group,
 *       which it shares with the other forms of the word; a group lists the pieces that have it, as steps from one
 *       number to the next, each with what the word weighs there;
 *   <li>{@code d<n>.json}: what results show of eight pieces.
 * </ul>
 *
 * <p>So a first query asks for the list of shards, a shard for each word, and the pieces found. Same documents, same
 * bytes.
 */
public final class SearchIndex {
    /** How large a shard grows, in characters. */
    private static final int SHARD = 7_000;

    /** How many pieces a file of results holds. */
    private static final int BLOCK = 8;

    /** A word that more pieces have tells little of any of them: only those that it weighs most in are listed. */
    private static final int MOST_PIECES = 60;

    private static final int LONGEST_SUMMARY = 160;
    private static final double TITLE = 10;
    private static final double HEADING = 3;
    private static final double TAG = 4;
    private static final double PERSON = 4;
    private static final double SUMMARY = 2;
    /** How soon a word that is said again stops to weigh more (k1 of BM25). */
    private static final double SATURATION = 1.2;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Document> documents;
    private final Stems stems;
    /** Stem -> piece -> weight. */
    private final Map<String, TreeMap<Integer, Double>> groups = new HashMap<>();
    /** Word -> stem, in the order of the alphabet of Unicode. */
    private final TreeMap<String, String> vocabulary = new TreeMap<>();

    private SearchIndex(List<Document> documents, Locale language) {
        this.documents = documents;
        this.stems = new Stems(language);
    }

    /** The files of an index, by name. */
    public static SortedMap<String, byte[]> of(List<Document> documents, Locale language) {
        SearchIndex index = new SearchIndex(List.copyOf(documents), language);
        for (int i = 0; i < documents.size(); i++) {
            index.add(i, documents.get(i));
        }
        return index.files();
    }

    private void add(int number, Document document) {
        Map<String, Double> weights = new HashMap<>();
        weigh(document.title(), TITLE, weights);
        weigh(String.join(" ", document.headings()), HEADING, weights);
        weigh(String.join(" ", document.tags()), TAG, weights);
        weigh(String.join(" ", document.people()), PERSON, weights);
        weigh(document.summary(), SUMMARY, weights);
        Map<String, Integer> counts = new HashMap<>();
        Words.of(document.text()).forEach(word -> counts.merge(stem(word), 1, Integer::sum));
        counts.forEach((stem, count) -> weights.merge(stem, count / (count + SATURATION), Double::sum));
        weights.forEach((stem, weight) ->
                groups.computeIfAbsent(stem, s -> new TreeMap<>()).put(number, weight));
    }

    private void weigh(String text, double weight, Map<String, Double> weights) {
        Words.of(text).stream().map(this::stem).distinct().forEach(stem -> weights.merge(stem, weight, Double::sum));
    }

    private String stem(String word) {
        return vocabulary.computeIfAbsent(word, stems::of);
    }

    private SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<String> firstWords = new ArrayList<>();
        Shard shard = new Shard();
        for (Map.Entry<String, String> word : vocabulary.entrySet()) {
            if (shard.size > SHARD) {
                files.put("s" + (firstWords.size() - 1) + ".json", shard.json());
                shard = new Shard();
            }
            if (shard.words.isEmpty()) {
                firstWords.add(word.getKey());
            }
            shard.add(word.getKey(), word.getValue(), this::pieces);
        }
        if (!shard.words.isEmpty()) {
            files.put("s" + (firstWords.size() - 1) + ".json", shard.json());
        }
        Map<String, Object> head = new TreeMap<>();
        head.put("block", BLOCK);
        head.put("pieces", documents.size());
        head.put("shards", firstWords);
        files.put("words.json", json(head));
        for (int from = 0; from < documents.size(); from += BLOCK) {
            List<Object> block = documents.subList(from, Math.min(documents.size(), from + BLOCK)).stream()
                    .map(SearchIndex::shown)
                    .toList();
            files.put("d" + from / BLOCK + ".json", json(block));
        }
        return files;
    }

    private static Object shown(Document document) {
        return List.of(
                document.title(),
                document.path(),
                shortened(document.summary()),
                String.join(", ", document.people()),
                document.date());
    }

    private static String shortened(String summary) {
        if (summary.codePointCount(0, summary.length()) <= LONGEST_SUMMARY) {
            return summary;
        }
        return summary.substring(0, summary.offsetByCodePoints(0, LONGEST_SUMMARY))
                        .replaceFirst("\\s+\\S*$", "") + "…";
    }

    /** The pieces of a group, as steps and weights; rare words weigh more. */
    private List<Integer> pieces(String stem) {
        TreeMap<Integer, Double> pieces = groups.get(stem);
        double rarity = Math.log(1 + (double) documents.size() / pieces.size());
        List<Map.Entry<Integer, Double>> kept = pieces.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Integer, Double> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_PIECES)
                .sorted(Map.Entry.comparingByKey())
                .toList();
        List<Integer> steps = new ArrayList<>();
        int before = 0;
        for (Map.Entry<Integer, Double> piece : kept) {
            steps.add(piece.getKey() - before);
            steps.add((int) Math.max(1, Math.round(piece.getValue() * rarity * 3)));
            before = piece.getKey();
        }
        return steps;
    }

    private static byte[] json(Object value) {
        return JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }

    /** A part of the vocabulary while it is filled. */
    private static final class Shard {
        private final List<String> words = new ArrayList<>();
        private final List<Integer> groupOfWord = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<List<Integer>> groups = new ArrayList<>();
        private int size;

        void add(String word, String stem, java.util.function.Function<String, List<Integer>> pieces) {
            Integer number = numbers.get(stem);
            if (number == null) {
                number = groups.size();
                numbers.put(stem, number);
                groups.add(pieces.apply(stem));
                size += groups.get(number).toString().length() / 4 * 3;
            }
            words.add(word);
            groupOfWord.add(number);
            size += word.length() + 8;
        }

        byte[] json() {
            Map<String, Object> shard = new TreeMap<>();
            shard.put("words", words);
            shard.put("groups", groupOfWord);
            shard.put("pieces", groups);
            return SearchIndex.json(shard);
        }
    }
}
