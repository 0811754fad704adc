package dev.byline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the search page asks. */
final class SearchIndexTest {
    private static Document document(String title, String text) {
        return new Document(
                title, "articles/x/", "About it.", List.of("Giulia Ferri (@giulia)"), "", List.of(), List.of(), text);
    }

    private static JsonNode json(SortedMap<String, byte[]> files, String name) {
        return JsonMapper.shared().readTree(files.get(name));
    }

    @Test
    void a_site_without_pieces_has_an_index_without_shards() {
        SortedMap<String, byte[]> files = SearchIndex.of(List.of(), Locale.ENGLISH);
        assertThat(files.keySet()).containsExactly("words.json");
        assertThat(json(files, "words.json").path("shards").size()).isZero();
    }

    @Test
    void forms_of_a_word_share_a_group() {
        SortedMap<String, byte[]> files =
                SearchIndex.of(List.of(document("Roasting", "He roasts. She roasted it.")), Locale.ENGLISH);
        JsonNode shard = json(files, "s0.json");
        List<String> words =
                shard.path("words").valueStream().map(JsonNode::asString).toList();
        List<Integer> groups =
                shard.path("groups").valueStream().map(JsonNode::asInt).toList();
        assertThat(words).contains("roasting", "roasts", "roasted");
        assertThat(groups.get(words.indexOf("roasting")))
                .isEqualTo(groups.get(words.indexOf("roasts")))
                .isEqualTo(groups.get(words.indexOf("roasted")));
    }

    @Test
    void accents_and_case_do_not_matter_and_characters_without_spaces_go_in_pairs() {
        assertThat(Words.of("Caffè, appena TOSTATO! İstanbul ﬁn"))
                .containsExactly("caffe", "appena", "tostato", "istanbul", "fin");
        assertThat(Words.of("東京都に行く a茶b")).containsExactly("東京", "京都", "都に", "に行", "行く", "a", "茶", "b");
    }

    @Test
    void hostile_texts_are_words_like_any_other() {
        Document hostile = document(
                "__proto__ constructor \u202e\u0000 toString",
                "x".repeat(100_000) + " \ud83d\ude00 \ud800 </script> hasOwnProperty " + "\u0301".repeat(1000));
        SortedMap<String, byte[]> files = SearchIndex.of(List.of(hostile), Locale.ENGLISH);
        assertThat(new String(files.get("s0.json"), StandardCharsets.UTF_8))
                .contains("\"constructor\"")
                .hasSizeLessThan(2_000);
    }

    @Test
    void the_same_pieces_give_the_same_bytes() {
        List<Document> documents = corpus(60, "en", new ArrayList<>());
        assertThat(bytes(SearchIndex.of(documents, Locale.ENGLISH)))
                .isEqualTo(bytes(SearchIndex.of(documents, Locale.ENGLISH)));
    }

    private static List<String> bytes(SortedMap<String, byte[]> files) {
        return files.entrySet().stream()
                .map(file -> file.getKey() + new String(file.getValue(), StandardCharsets.UTF_8))
                .toList();
    }

    /** With {@code -Dsearch.out=DIR}, a browser's script is tried on it: see {@code .ci/checks/search.mjs}. */
    @Test
    void shards_of_a_thousand_pieces_stay_small() throws IOException {
        for (String language : List.of("en", "it")) {
            List<List<String>> titles = new ArrayList<>();
            List<Document> documents = corpus(500, language, titles);
            SortedMap<String, byte[]> files = SearchIndex.of(documents, Locale.forLanguageTag(language));
            assertThat(files.values()).allMatch(content -> content.length < 16_000);
            String out = System.getProperty("search.out", "");
            if (!out.isEmpty()) {
                Path folder = Path.of(out, language);
                Files.createDirectories(folder);
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Files.write(folder.resolve(file.getKey()), file.getValue());
                }
                Files.write(folder.resolve("titles.json"), JsonMapper.shared().writeValueAsBytes(titles));
            }
        }
    }

    private static final Map<String, String> SYLLABLES = Map.of(
            "en",
                    "rea son ter man ing for com pen sta tion ble ver ough ly ness ment pro con dis tri car low sun wor field bar net stone cut hand",
            "it",
                    "ca re to la mo ri sta zio ne men te gra do pas so fer ven der cor ri spo sta par la bel lo ter ra mon do");
    private static final Map<String, String> ENDINGS =
            Map.of("en", " s ed ing er ly", "it", "o a i e are ato ando mente");

    /** Pieces of words that are used as often as words are: the n-th one n times as rarely as the first. */
    private static List<Document> corpus(int count, String language, List<List<String>> titles) {
        Random random = new Random(language.hashCode());
        String[] syllables = SYLLABLES.get(language).split(" ");
        TreeSet<String> stems = new TreeSet<>();
        while (stems.size() < 6_000) {
            StringBuilder stem = new StringBuilder();
            for (int i = 2 + random.nextInt(2); i > 0; i--) {
                stem.append(syllables[random.nextInt(syllables.length)]);
            }
            stems.add(stem.toString());
        }
        List<String> byUse = new ArrayList<>(stems);
        java.util.Collections.shuffle(byUse, random);
        String[] endings = ENDINGS.get(language).split(" ", -1);
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> title = new ArrayList<>();
            for (int w = 3 + random.nextInt(5); w > 0; w--) {
                title.add(word(byUse, endings, random));
            }
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < 750; w++) {
                text.append(word(byUse, endings, random)).append(' ');
            }
            titles.add(title);
            documents.add(new Document(
                    String.join(" ", title),
                    "articles/" + i + "/",
                    "A sentence of some length that says what this piece is about, so that results have something to show.",
                    List.of("Giulia Ferri (@giulia@social.example)"),
                    "14 May 2026",
                    List.of(word(byUse, endings, random)),
                    List.of(),
                    text.toString()));
        }
        return documents;
    }

    private static String word(List<String> byUse, String[] endings, Random random) {
        int rank = (int) Math.min(byUse.size() - 1, Math.exp(random.nextDouble() * Math.log(byUse.size())) - 1);
        return byUse.get(rank) + endings[random.nextInt(endings.length)];
    }
}
