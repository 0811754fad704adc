package dev.byline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.modules.slash.Slash;
import com.rometools.modules.thr.ThreadingModule;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.byline.feed.Corpus.Person;
import dev.byline.feed.Corpus.Piece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A thousand pieces, and what programs read of their feeds: what was written, no more and no less. */
final class CorpusFeedsTest {
    private static final int ENTRIES = 50;

    /** The address of an item's feed of comments, as RSS has it. */
    private static final Namespace COMMENTS = Namespace.getNamespace("http://wellformedweb.org/CommentAPI/");

    @TempDir
    private static Path folder;

    private static Corpus corpus;

    /** With {@code -Dcorpus.out=DIR}, other programs read its feeds, too: see {@code .ci/checks/feeds.mjs}. */
    @BeforeAll
    static void build() throws IOException {
        corpus = Corpus.in(folder, 1000, ENTRIES);
        assertThat(corpus.site().build().diagnostics()).isEmpty();
        String out = System.getProperty("corpus.out", "");
        if (!out.isEmpty()) {
            for (Path feed : FeedGrammars.feeds(corpus.site().output(), "(feed|atom)(\\.\\d+)?\\.(xml|json)")) {
                Path copy = Path.of(out).resolve(corpus.site().output().relativize(feed));
                Files.createDirectories(copy.getParent());
                Files.copy(feed, copy);
            }
        }
    }

    private static SyndFeed read(String path) throws Exception {
        return new SyndFeedInput()
                .build(new XmlReader(corpus.site().output().resolve(path).toFile()));
    }

    /** All entries of a feed: of its newest document and, without what it holds already, of its archives. */
    private static List<SyndEntry> all(String folder, String name, int pieces) throws Exception {
        List<SyndEntry> entries = new ArrayList<>(read(folder + name + ".xml").getEntries());
        int archives = (pieces - 1) / ENTRIES;
        int shared = (archives + 1) * ENTRIES - pieces;
        for (int archive = archives; archive > 0; archive--) {
            List<SyndEntry> older = read(folder + name + "." + archive + ".xml").getEntries();
            entries.addAll(archive == archives ? older.subList(shared, older.size()) : older);
        }
        return entries;
    }

    @Test
    void every_feed_fits_the_grammar_of_its_format() throws Exception {
        assertThat(FeedGrammars.feeds(corpus.site().output(), "atom(\\.\\d+)?\\.xml"))
                .hasSizeGreaterThan(1050);
        assertThat(new FeedGrammars().problems(corpus.site().output())).isEmpty();
    }

    @Test
    void rss_tells_of_every_piece_what_was_written() throws Exception {
        for (String language : List.of("en", "it")) {
            List<Piece> pieces = corpus.newestFirst(language);
            List<SyndEntry> entries = all(language.equals("it") ? "it/" : "", "feed", pieces.size());
            assertThat(entries).hasSameSizeAs(pieces);
            for (int i = 0; i < pieces.size(); i++) {
                same(entries.get(i), pieces.get(i));
                sameInRss(entries.get(i), pieces.get(i));
            }
        }
    }

    @Test
    void atom_tells_of_every_piece_what_was_written() throws Exception {
        for (String language : List.of("en", "it")) {
            List<Piece> pieces = corpus.newestFirst(language);
            List<SyndEntry> entries = all(language.equals("it") ? "it/" : "", "atom", pieces.size());
            assertThat(entries).hasSameSizeAs(pieces);
            for (int i = 0; i < pieces.size(); i++) {
                same(entries.get(i), pieces.get(i));
                sameInAtom(entries.get(i), pieces.get(i));
            }
        }
    }

    @Test
    void a_persons_feed_holds_what_that_person_wrote_in_every_language() throws Exception {
        for (Person person : Person.values()) {
            List<Piece> pieces = corpus.newestFirst(person);
            for (String name : List.of("feed", "atom")) {
                assertThat(all("authors/" + person.id + "/", name, pieces.size()))
                        .extracting(SyndEntry::getUri)
                        .isEqualTo(pieces.stream().map(Piece::id).toList());
            }
        }
    }

    @Test
    void json_tells_of_the_newest_pieces_what_was_written() throws Exception {
        List<Piece> pieces = corpus.newestFirst("en");
        JsonNode items =
                JsonMapper.shared().readTree(corpus.site().page("feed.json")).path("items");
        assertThat(items).hasSize(ENTRIES);
        for (int i = 0; i < ENTRIES; i++) {
            JsonNode item = items.get(i);
            Piece piece = pieces.get(i);
            assertThat(item.path("id").stringValue()).isEqualTo(piece.id());
            assertThat(item.path("url").stringValue()).isEqualTo(piece.url());
            assertThat(item.path("title").stringValue()).isEqualTo(piece.title());
            assertThat(Instant.parse(item.path("date_published").stringValue())).isEqualTo(piece.date());
            assertThat(item.path("tags").valueStream().map(JsonNode::stringValue))
                    .isEqualTo(piece.tags());
            assertThat(item.path("authors")
                            .valueStream()
                            .map(each -> each.path("name").stringValue()))
                    .isEqualTo(piece.authors().stream().map(each -> each.shown).toList());
            assertThat(item.path("_byline")
                            .path("authors")
                            .valueStream()
                            .map(each -> each.path("handle").stringValue()))
                    .isEqualTo(piece.authors().stream().map(each -> each.handle).toList());
            assertThat(item.path("_byline").path("answers").path("count").intValue())
                    .isEqualTo(piece.answers());
        }
    }

    @Test
    void answers_say_what_they_answer() throws Exception {
        Piece piece = corpus.pieces().get(9);
        for (String name : List.of("feed.xml", "atom.xml")) {
            List<SyndEntry> answers = read(piece.folder() + "feedback/" + name).getEntries();
            assertThat(answers)
                    .extracting(SyndEntry::getUri)
                    .containsExactly(piece.id() + "/answers/second", piece.id() + "/answers/first");
            assertThat(answers)
                    .extracting(answer -> ((ThreadingModule) answer.getModule(ThreadingModule.URI)).getRef())
                    .containsExactly(piece.id() + "/answers/first", piece.id());
        }
    }

    private static void same(SyndEntry entry, Piece piece) {
        assertThat(entry.getUri()).isEqualTo(piece.id());
        assertThat(entry.getLink()).isEqualTo(piece.url());
        assertThat(entry.getTitle()).isEqualTo(piece.title());
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(piece.date()));
        assertThat(entry.getDescription().getValue()).isEqualTo("In short " + piece.number() + ".");
        assertThat(entry.getContents().get(0).getValue()).contains("<p>Text of piece " + piece.number() + ".</p>");
        assertThat(entry.getCategories()).extracting(SyndCategory::getName).isEqualTo(piece.tags());
        assertThat(((Credits) entry.getModule(Credits.URI)).getPeople())
                .isEqualTo(piece.authors().stream()
                        .map(each -> new Credits.Person(each.shown, each.page(), each.handle, each.profile))
                        .toList());
    }

    private static void sameInRss(SyndEntry entry, Piece piece) {
        assertThat(((DCModule) entry.getModule(DCModule.URI)).getCreators())
                .isEqualTo(piece.authors().stream().map(each -> each.shown).toList());
        assertThat(entry.getComments()).isEqualTo(piece.url() + "feedback/");
        assertThat(((Slash) entry.getModule(Slash.URI)).getComments()).isEqualTo(piece.answers());
        assertThat(entry.getForeignMarkup())
                .filteredOn(element -> element.getNamespace().equals(COMMENTS))
                .extracting(Element::getText)
                .containsExactly(piece.url() + "feedback/feed.xml");
    }

    private static void sameInAtom(SyndEntry entry, Piece piece) {
        assertThat(entry.getAuthors())
                .extracting(SyndPerson::getName)
                .isEqualTo(piece.authors().stream().map(each -> each.shown).toList());
        assertThat(entry.getAuthors())
                .extracting(SyndPerson::getUri)
                .isEqualTo(piece.authors().stream().map(Person::page).toList());
        Replies replies = (Replies) entry.getModule(Replies.URI);
        assertThat(replies.getFeed()).isEqualTo(piece.url() + "feedback/atom.xml");
        assertThat(replies.getCount()).isEqualTo(piece.answers());
        assertThat(replies.getUpdated().map(Instant::toString))
                .isEqualTo(
                        piece.answers() == 0
                                ? Optional.empty()
                                : Optional.of(Corpus.answeredAt(piece).toString()));
    }
}
