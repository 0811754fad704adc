package dev.byline.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Byline;
import dev.byline.EngagementReport;
import dev.byline.TestSite;
import dev.byline.engagement.Engagement.Row;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who was heard, where, and how soon readers got an answer. */
final class EngagementTest {
    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder)
                .article("a", "title: A <b>\nauthors: [giulia-ferri, marco-neri]\ndate: 2026-05-01", "x")
                .article("b", "title: B\nauthor: marco-neri\ndate: 2026-05-02", "x")
                .file("ledger/a.yml", """
                        posts:
                          - {account: giulia-ferri, network: mastodon, id: "1", url: "https://social.example/@g/1", at: 2026-04-30T23:30:00Z}
                          - {account: giulia-ferri, network: mastodon, part: 2, id: "2", url: "https://social.example/@g/2", at: 2026-05-01T10:00:00Z}
                          - {account: acme, network: x, id: "3", url: "https://x.com/acme_x/status/3", state: withdrawn, at: 2026-05-01T10:00:00Z}
                        """);
    }

    private TestSite answer(String id, String more) {
        return site.file(
                "feedback/a/" + id + ".yml",
                "origin: {source: mastodon, id: \"" + id + "\"}\nmoderation: approved\n" + more);
    }

    private EngagementReport report() {
        return new Byline().report(folder, TestSite.NOW);
    }

    private static Row row(Iterable<Row> rows, String id) {
        for (Row row : rows) {
            if (row.id().equals(id)) {
                return row;
            }
        }
        throw new AssertionError("no row " + id);
    }

    @Test
    void a_thread_counts_once_and_what_was_withdrawn_not_at_all() {
        Engagement engagement = report().engagement();
        assertThat(engagement.all().posts()).isEqualTo(1);
        assertThat(row(engagement.networks(), "mastodon").tally().posts()).isEqualTo(1);
        assertThat(engagement.networks()).extracting(Row::id).doesNotContain("x");
        // 23:30 in London is tomorrow, and the next month, where the site is.
        assertThat(engagement.months()).extracting(Row::id).containsExactly("2026-05");
    }

    @Test
    void an_answer_of_the_sites_people_is_no_answer_of_a_reader_and_ends_a_readers_wait() {
        answer("q1", "kind: reply\nauthor: {name: Ana}\npublished: 2026-05-01T10:00:00Z\ntext: Why?\n");
        answer("q2", "kind: reply\nauthor: {name: Ben}\npublished: 2026-05-01T11:00:00Z\ntext: How?\n");
        answer(
                "a1",
                "kind: reply\nparent: q1\nauthor: {handle: \"@giulia@social.example\"}\npublished: 2026-05-01T10:20:00Z\ntext: So.\n");
        answer(
                "a2",
                "kind: reply\nparent: q1\nauthor: {handle: \"@acme@social.example\"}\npublished: 2026-05-01T10:05:00Z\ntext: We.\n");
        Engagement engagement = report().engagement();
        assertThat(engagement.all().replies()).isEqualTo(2);
        assertThat(engagement.all().unanswered()).isEqualTo(1);
        assertThat(engagement.all().median()).contains(Duration.ofMinutes(5));
        assertThat(engagement.unanswered())
                .extracting(Engagement.Unanswered::reader)
                .containsExactly("Ben");
    }

    @Test
    void an_answer_to_a_piece_of_two_counts_for_each_of_them_and_once_in_all() {
        answer("q1", "kind: reply\nauthor: {name: Ana}\npublished: 2026-05-01T10:00:00Z\ntext: Why?\n");
        answer("l1", "kind: like\nauthor: {name: Ben}\n");
        answer("r1", "kind: rating\nrating: 4\nauthor: {name: Cy}\n");
        answer("r2", "kind: rating\nrating: 1\nauthor: {name: Di}\ntext: No.\n");
        Engagement engagement = report().engagement();
        for (String id : new String[] {"giulia-ferri", "marco-neri"}) {
            Tally tally = row(engagement.authors(), id).tally();
            assertThat(tally.replies()).isEqualTo(2);
            assertThat(tally.reactions()).isEqualTo(1);
            assertThat(tally.rating()).hasValue(2.5);
        }
        assertThat(engagement.all().replies()).isEqualTo(2);
        assertThat(row(engagement.pieces(), "a").tally().reactions()).isEqualTo(1);
    }

    @Test
    void what_is_not_approved_does_not_count_and_an_answer_before_its_question_came_at_once() {
        answer("q1", "kind: reply\nauthor: {name: Ana}\npublished: 2106-02-07T06:28:16Z\ntext: Why?\n");
        answer(
                "a1",
                "kind: reply\nparent: q1\nauthor: {handle: \"@giulia@social.example\"}\npublished: 2026-05-01T10:20:00Z\ntext: So.\n");
        site.file("feedback/a/p.yml", "kind: reply\nauthor: {name: P}\ntext: x\nmoderation: pending\n");
        site.file("feedback/a/r.yml", "kind: reply\nauthor: {name: R}\ntext: x\nmoderation: rejected\n");
        Tally all = report().engagement().all();
        assertThat(all.replies()).isEqualTo(1);
        assertThat(all.median()).contains(Duration.ZERO);
    }

    @Test
    void the_page_shows_hostile_names_as_text_and_asks_nothing_of_anybody() {
        answer("q1", "kind: reply\nauthor: {name: \"<script>alert(1)</script>\"}\ntext: Why?\n");
        Document page = Jsoup.parse(new String(report().page().orElseThrow(), StandardCharsets.UTF_8));
        assertThat(page.select("script, link[rel=stylesheet], img")).isEmpty();
        assertThat(page.text()).contains("<script>alert(1)</script>").contains("A <b>");
    }

    @Test
    void a_site_that_nobody_answered_has_a_report_all_the_same() {
        site.file("ledger/a.yml", "posts: []\n");
        EngagementReport report = report();
        assertThat(report.succeeded()).isTrue();
        assertThat(report.engagement().pieces()).isEmpty();
        assertThat(report.engagement().authors()).hasSize(2);
        assertThat(report.page()).isPresent();
    }
}
