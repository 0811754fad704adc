package dev.byline.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.TestSite;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.page.Images;
import dev.byline.page.Links;
import dev.byline.page.Routes;
import dev.byline.site.Question;
import dev.byline.site.Question.Kind;
import dev.byline.site.Site;
import dev.byline.source.SiteFolder;
import dev.byline.source.Sources;
import dev.byline.understand.Understanding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A question is answered otherwise as soon as what it stands for has changed, and no sooner.
 *
 * <p>That pages ask what they have to, IncrementalTest shows. To see that it notices one that does not, let {@link
 * Recorder#read(Question)} pass over a kind of question, and run it with {@code -Dincremental.edits=200}: it fails.
 */
final class AnswersTest {
    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder);
        piece("a", "marco-neri", "series: Drum", "Text.");
        piece("b", "giulia-ferri", "series: Drum", "Text.");
        piece("c", "zoe-o-hara", "language: it\ntranslationOf: a", "Testo.");
        site.file("pages/about.md", "---\ntitle: About\n---\nText.\n")
                .file("static/note.txt", "note")
                .file("ledger/a.yml", ledger("1"));
        answer("Well said.");
    }

    private void piece(String id, String author, String more, String body) {
        site.article(id, "title: T\nauthor: " + author + "\ndate: 2026-05-01\n" + more, body);
    }

    private static String ledger(String id) {
        return "posts:\n  - {account: marco-neri, network: bluesky, state: published, id: \"" + id + "\"}\n";
    }

    private void answer(String text) {
        site.file("feedback/a/x.yml", """
                kind: reply
                origin: {source: mastodon, id: "1"}
                author: {name: Reader}
                published: 2026-05-02T10:00:00Z
                text: %s
                moderation: approved
                """.formatted(text));
    }

    private Answers answers(Instant at, Map<String, Long> texts) {
        Diagnostics diagnostics = new Diagnostics();
        Sources sources = new SiteFolder(folder, diagnostics).read();
        Site read = Understanding.of(sources, at, diagnostics).orElseThrow();
        assertThat(diagnostics.all()).isEmpty();
        Answers answers = new Answers(
                read,
                sources.states(),
                new Links(read, new Routes(read.settings())),
                new Images(read, Map.of(), () -> false));
        answers.know(new Answers.Rendered(texts, Map.of(), Map.of(), Set.of()));
        return answers;
    }

    private long ask(Kind kind, String about, String detail) {
        return answers(TestSite.NOW, Map.of()).of(new Question(kind, about, detail));
    }

    private void assertChanges(Kind kind, String about, Runnable change) {
        long before = ask(kind, about, "");
        change.run();
        assertThat(ask(kind, about, "")).as("%s of %s", kind, about).isNotEqualTo(before);
    }

    private void assertStays(Kind kind, String about, Runnable change) {
        long before = ask(kind, about, "");
        change.run();
        assertThat(ask(kind, about, "")).as("%s of %s", kind, about).isEqualTo(before);
    }

    @Test
    void of_what_is_not_there_nothing_is_said_and_what_comes_is_something() {
        for (Kind kind : List.of(Kind.ENTRY, Kind.WHOLE, Kind.CONVERSATION, Kind.LETTER, Kind.AUTHOR, Kind.PAGE)) {
            assertThat(ask(kind, "nobody", "")).as(kind.name()).isZero();
        }
        assertChanges(Kind.ENTRY, "d", () -> piece("d", "marco-neri", "", "Text."));
        assertChanges(Kind.AUTHOR, "ada", () -> site.file("authors/ada.yml", "name: Ada\n"));
        assertChanges(Kind.FILE, "static/more.txt", () -> site.file("static/more.txt", "more"));
    }

    @Test
    void an_entry_is_of_the_head_and_the_authors_and_not_of_the_text_or_of_others() {
        assertChanges(Kind.ENTRY, "a", () -> piece("a", "marco-neri", "series: Drum\nsummary: S", "Text."));
        assertChanges(Kind.ENTRY, "a", () -> site.file("authors/marco-neri.yml", "name: Marco N.\n"));
        assertStays(Kind.ENTRY, "a", () -> piece("a", "marco-neri", "series: Drum\nsummary: S", "Other text."));
        assertStays(Kind.ENTRY, "a", () -> piece("b", "giulia-ferri", "summary: Of b", "Text."));
        assertStays(Kind.ENTRY, "a", () -> site.file("authors/zoe-o-hara.yml", "name: Zoe\n"));
    }

    @Test
    void an_entry_is_of_who_may_see_it_and_answer_now() {
        piece("a", "marco-neri", "expires: 2026-07-01\nfeedback: {until: 2026-06-15}", "Text.");
        Question entry = Question.of(Kind.ENTRY, "a");
        Set<Long> said = Set.of(
                answers(Instant.parse("2026-06-01T00:00:00Z"), Map.of()).of(entry),
                answers(Instant.parse("2026-06-20T00:00:00Z"), Map.of()).of(entry),
                answers(Instant.parse("2026-07-20T00:00:00Z"), Map.of()).of(entry));
        assertThat(said).hasSize(3);
    }

    @Test
    void the_whole_of_a_piece_and_of_a_page_is_of_what_became_of_its_text() {
        for (Question whole : List.of(Question.of(Kind.WHOLE, "a"), Question.of(Kind.PAGE, "about"))) {
            String file = whole.kind() == Kind.PAGE ? "pages/about.md" : "articles/a.md";
            assertThat(answers(TestSite.NOW, Map.of(file, 1L)).of(whole))
                    .isNotEqualTo(answers(TestSite.NOW, Map.of(file, 2L)).of(whole));
            assertThat(answers(TestSite.NOW, Map.of(file, 1L, "articles/b.md", 1L))
                            .of(whole))
                    .isEqualTo(answers(TestSite.NOW, Map.of(file, 1L, "articles/b.md", 2L))
                            .of(whole));
        }
    }

    @Test
    void a_conversation_is_of_its_answers_and_of_all_who_may_have_said_them() {
        assertChanges(Kind.CONVERSATION, "a", () -> answer("I doubt it."));
        assertChanges(Kind.CONVERSATION, "a", () -> site.file("authors/ada.yml", "name: Ada\n"));
        assertStays(Kind.CONVERSATION, "b", () -> answer("Well."));
        assertStays(Kind.CONVERSATION, "a", () -> piece("b", "giulia-ferri", "summary: Of b", "Text."));
    }

    @Test
    void posts_translations_series_and_pieces_are_of_those_they_name() {
        assertChanges(Kind.POSTS, "a", () -> site.file("ledger/a.yml", ledger("2")));
        assertStays(Kind.POSTS, "b", () -> site.file("ledger/a.yml", ledger("3")));
        assertChanges(
                Kind.TRANSLATIONS,
                "a",
                () -> piece("c", "zoe-o-hara", "slug: ci\nlanguage: it\ntranslationOf: a", "."));
        assertStays(Kind.TRANSLATIONS, "a", () -> piece("b", "giulia-ferri", "series: Drum\nslug: be", "."));
        assertChanges(Kind.SERIES, "a", () -> piece("b", "giulia-ferri", "series: Cup", "."));
        assertStays(Kind.SERIES, "a", () -> piece("b", "giulia-ferri", "series: Cup\nsummary: S", "."));
        assertChanges(Kind.WRITTEN_BY, "giulia-ferri", () -> piece("b", "giulia-ferri", "summary: Of b", "."));
        assertStays(Kind.WRITTEN_BY, "marco-neri", () -> piece("b", "giulia-ferri", "summary: Of b 2", "."));
        assertStays(Kind.COUNT, "giulia-ferri", () -> piece("b", "giulia-ferri", "summary: Of b 3", "."));
        assertChanges(Kind.COUNT, "giulia-ferri", () -> piece("b", "giulia-ferri", "draft: true", "."));
    }

    @Test
    void people_pages_files_and_letters_are_of_their_files() {
        assertChanges(Kind.AUTHOR, "marco-neri", () -> site.file("authors/marco-neri.yml", "name: M\n"));
        assertStays(Kind.AUTHOR, "marco-neri", () -> site.file("authors/zoe-o-hara.yml", "name: Z\n"));
        assertChanges(Kind.AUTHORS, "", () -> site.file("authors/zoe-o-hara.yml", "name: Zoe\n"));
        assertChanges(Kind.PAGES, "", () -> site.file("pages/more.md", "---\ntitle: More\n---\nText.\n"));
        assertStays(Kind.PAGE, "about", () -> site.file("pages/more.md", "---\ntitle: Less\n---\nText.\n"));
        assertChanges(Kind.FILE, "static/note.txt", () -> site.file("static/note.txt", "another"));
        assertStays(Kind.FILE, "static/note.txt", () -> site.file("static/more.txt", "more"));
        assertChanges(Kind.FILES, "", () -> site.file("static/note.txt", "a third"));
        assertStays(Kind.FILES, "", () -> piece("b", "giulia-ferri", "", "."));
        assertChanges(Kind.LETTER, "a", () -> site.file("drafts/a/newsletter.eml", "Subject: S\n\nText\n"));
        assertStays(Kind.LETTER, "b", () -> site.file("drafts/a/newsletter.eml", "Subject: T\n\nText\n"));
    }

    @Test
    void a_link_is_of_where_it_leads() {
        long before = ask(Kind.LINK, "articles/b.md", "a.md");
        piece("a", "marco-neri", "series: Drum", "Other text.");
        assertThat(ask(Kind.LINK, "articles/b.md", "a.md")).isEqualTo(before);
        piece("a", "marco-neri", "slug: elsewhere", "Other text.");
        assertThat(ask(Kind.LINK, "articles/b.md", "a.md")).isNotEqualTo(before);
    }

    @Test
    void an_image_and_a_card_are_of_what_was_made() {
        Answers answers = answers(TestSite.NOW, Map.of());
        Question card = Question.of(Kind.CARD, "articles/a/card.png");
        long without = answers.of(card);
        answers.know(new Answers.Rendered(Map.of(), Map.of(), Map.of(), Set.of("articles/a/card.png")));
        assertThat(answers.of(card)).isNotEqualTo(without);
        assertThat(answers.of(Question.of(Kind.CARD, "articles/b/card.png"))).isEqualTo(without);
    }

    @Test
    void a_trace_holds_until_one_of_its_questions_is_answered_otherwise() {
        List<Question> asked = List.of(Question.of(Kind.ENTRY, "a"), Question.of(Kind.FILE, "static/note.txt"));
        Trace trace = Trace.of(asked, answers(TestSite.NOW, Map.of()));
        assertThat(Trace.of(List.of(asked.get(1), asked.get(0)), answers(TestSite.NOW, Map.of())))
                .isEqualTo(trace);
        site.file("static/more.txt", "more");
        assertThat(trace.holds(answers(TestSite.NOW, Map.of()))).isTrue();
        site.file("static/note.txt", "another");
        assertThat(trace.holds(answers(TestSite.NOW, Map.of()))).isFalse();
    }
}
