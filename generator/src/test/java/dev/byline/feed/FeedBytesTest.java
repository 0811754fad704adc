package dev.byline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.TestSite;
import dev.byline.feed.Corpus.Person;
import dev.byline.feed.Corpus.Piece;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which feeds change, and that nothing else of them does. */
final class FeedBytesTest {
    private static final int ENTRIES = 7;

    /** Of 75 pieces, 50 are in English. */
    private static final int PIECES = 75;

    @TempDir
    private Path folder;

    private static Map<String, String> feeds(TestSite site, String names) {
        Map<String, String> feeds = new TreeMap<>(TestSite.contents(site.output()));
        feeds.keySet().removeIf(path -> !path.matches("(.*/)?" + names));
        return feeds;
    }

    @ParameterizedTest
    @CsvSource({
        "feed.xml, 'rel=\"prev-archive\"[^>]*href=\"([^\"]*)\"', '<guid[^>]*>([^<]*)<'",
        "atom.xml, 'rel=\"prev-archive\"[^>]*href=\"([^\"]*)\"', '<entry>.*?<id>([^<]*)<'",
        "feed.json, '\"next_url\":\"([^\"]*)\"', '\\{\"id\":\"([^\"]*)\"'"
    })
    void archives_lead_from_the_newest_document_to_every_piece_once(String first, String older, String id) {
        Corpus corpus = Corpus.in(folder, PIECES, ENTRIES);
        corpus.site().build();
        Set<String> ids = new LinkedHashSet<>();
        List<String> documents = new ArrayList<>();
        for (Optional<String> at = Optional.of(first); at.isPresent(); ) {
            documents.add(at.get());
            String document = corpus.site().page(at.get()).replaceAll("(?s)\"_byline\":\\{.*?\\]", "");
            matches(id, document).forEach(ids::add);
            at = matches(older, document).stream()
                    .findFirst()
                    .map(url -> URI.create(url).getPath().substring(1));
        }
        assertThat(documents).doesNotHaveDuplicates().hasSize(8);
        assertThat(ids)
                .containsExactlyElementsOf(
                        corpus.newestFirst("en").stream().map(Piece::id).toList());
    }

    private static List<String> matches(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        return matcher.results().map(found -> found.group(1)).toList();
    }

    @Test
    void an_archive_changes_no_byte_when_pieces_are_added() {
        Corpus corpus = Corpus.in(folder, PIECES, ENTRIES);
        corpus.site().build();
        Map<String, String> before = feeds(corpus.site(), "(feed|atom)\\.\\d+\\.(xml|json)");
        assertThat(before).hasSizeGreaterThan(20);
        // As many as it takes until there is another archive of each list.
        for (int i = 0; i < 4 * ENTRIES; i++) {
            corpus = corpus.andOneMore();
            if (i % 4 == 3) {
                corpus.site().build();
                Map<String, String> after = feeds(corpus.site(), "(feed|atom)\\.\\d+\\.(xml|json)");
                assertThat(after).containsAllEntriesOf(before);
                before = after;
            }
        }
        assertThat(before).containsKey("feed.8.xml").containsKey("authors/zoe-o-hara/feed.3.xml");
    }

    @Test
    void a_build_of_the_same_site_writes_no_feed_again() {
        Corpus corpus = Corpus.in(folder, 20, ENTRIES);
        corpus.site().build();
        Map<String, String> before = TestSite.contents(corpus.site().output());
        assertThat(corpus.site().build().written()).isZero();
        assertThat(TestSite.contents(corpus.site().output())).isEqualTo(before);
    }

    @Test
    void a_changed_piece_changes_the_feeds_that_hold_it_and_no_other() {
        Corpus corpus = Corpus.in(folder, 20, 50);
        corpus.site().build();
        String names = "(feed|atom)(\\.\\d+)?\\.(xml|json)|feeds\\.opml";
        for (int number : new int[] {3, 10, 16}) {
            Map<String, String> before = feeds(corpus.site(), names);
            Piece piece = corpus.pieces().get(number - 1);
            corpus.write(piece, "Another text.");
            corpus.site().build();
            Map<String, String> after = feeds(corpus.site(), names);
            assertThat(after.keySet()).isEqualTo(before.keySet());
            Set<String> changed = new TreeSet<>(after.keySet());
            changed.removeIf(path -> after.get(path).equals(before.get(path)));
            assertThat(changed).isEqualTo(holding(piece));
        }
    }

    private static Set<String> holding(Piece piece) {
        String home = piece.language().equals("it") ? "it/" : "";
        Set<String> folders = new HashSet<>(Set.of("feeds/", home));
        piece.authors().stream()
                .map((Person each) -> "authors/" + each.id + "/")
                .forEach(folders::add);
        piece.tags().stream()
                .map(tag -> home + "tags/" + tag.toLowerCase(Locale.ROOT) + "/")
                .forEach(folders::add);
        Set<String> feeds = new TreeSet<>();
        folders.forEach(each -> List.of("feed.xml", "atom.xml", "feed.json").forEach(name -> feeds.add(each + name)));
        return feeds;
    }
}
