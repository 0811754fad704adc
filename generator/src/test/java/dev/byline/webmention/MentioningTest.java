package dev.byline.webmention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.webmention.Mentioning.Seen;
import dev.byline.webmention.Told.Result;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Telling linked pages, run after run. */
final class MentioningTest {
    private static final String SOURCE = "https://blog.example/articles/a/";
    private static final String TARGET = "https://noor.example/beans";

    private final Neighbours neighbours = new Neighbours();
    /** What is kept between runs, as it lies on the disk. */
    private String kept = "";

    private String shown;

    @BeforeEach
    void start() {
        listens();
        neighbours.put("https://noor.example/wm?a=b", Neighbours.Page.of(202));
    }

    @AfterEach
    void close() {
        neighbours.close();
    }

    private void listens() {
        neighbours.html(TARGET, "<link rel=webmention href='/wm?a=b'>");
    }

    private List<Told> run(String body) throws IOException {
        return run(body, body);
    }

    private List<Told> run(String body, String onPage) throws IOException {
        shown = neighbours.here(onPage);
        Piece piece = Piece.of("a", "articles/a/", URI.create(neighbours.here(SOURCE)), "T", neighbours.here(body));
        return run(List.of(piece), new Seen.There(Links.of(org.jsoup.Jsoup.parse(shown))));
    }

    private List<Told> run(List<Piece> pieces, Seen seen) throws IOException {
        neighbours.heard.clear();
        Diagnostics diagnostics = new Diagnostics();
        Sent before = Sent.read(kept, Place.of(Sent.FILE), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return new Mentioning(new Sender(neighbours.web()), page -> seen, before, sent -> kept = sent.text())
                .tell(pieces);
    }

    private Told told(Result result, String detail) {
        return new Told("a", result, neighbours.here(detail));
    }

    private Set<String> posts() {
        return neighbours.heard.stream()
                .filter(request -> request.startsWith("POST"))
                .collect(Collectors.toSet());
    }

    @Test
    void a_linked_page_is_told_once_and_a_repeat_asks_nobody() throws IOException {
        String body = "<p>See <a href=\"" + TARGET + "\">beans</a>";
        assertThat(run(body)).containsExactly(told(Result.MENTIONED, TARGET));
        assertThat(neighbours.heard).hasSize(2);
        assertThat(posts())
                .singleElement()
                .asString()
                .startsWith(neighbours.here("POST https://noor.example/wm") + "?a=b source=")
                .contains("&target=")
                .doesNotContain("a=b&");
        String before = kept;
        assertThat(run(body)).isEmpty();
        assertThat(neighbours.heard).isEmpty();
        assertThat(kept).isEqualTo(before).endsWith(" sent\n");
    }

    @Test
    void a_changed_piece_and_a_link_that_went_away_are_told() throws IOException {
        run("<a href=\"" + TARGET + "\">x</a>");
        assertThat(run("<a href=\"" + TARGET + "\">x</a> more")).containsExactly(told(Result.UPDATED, TARGET));
        assertThat(run("nothing any more")).containsExactly(told(Result.WITHDRAWN, TARGET));
        assertThat(posts()).hasSize(1);
        assertThat(kept.lines().filter(line -> !line.startsWith("#"))).isEmpty();
        assertThat(run("nothing any more")).isEmpty();
    }

    @Test
    void nobody_is_told_of_what_the_page_does_not_show_yet() throws IOException {
        assertThat(run("<a href=\"" + TARGET + "\">x</a>", "old"))
                .containsExactly(
                        told(Result.FAILED, TARGET + ": the page does not lead there yet: deploy the site first"));
        run("<a href=\"" + TARGET + "\">x</a>");
        assertThat(run("new", "<a href=\"" + TARGET + "\">x</a>"))
                .containsExactly(told(Result.LATER, TARGET + ": the page still leads there"));
        assertThat(posts()).isEmpty();
        assertThat(run("new")).containsExactly(told(Result.WITHDRAWN, TARGET));
    }

    @Test
    void a_page_that_is_not_there_is_told_to_nobody() throws IOException {
        Piece piece = Piece.of(
                "a",
                "articles/a/",
                URI.create(neighbours.here(SOURCE)),
                "T",
                neighbours.here("<a href=\"" + TARGET + "\">x</a>"));
        assertThat(run(List.of(piece), new Seen.Nothing()))
                .containsExactly(told(Result.FAILED, "there is no page: deploy the site first"));
        assertThat(run(List.of(piece), new Seen.Unclear("the page answers 500")))
                .containsExactly(told(Result.FAILED, "the page answers 500"));
        assertThat(neighbours.heard).isEmpty();
        assertThat(kept).isEmpty();
    }

    @Test
    void a_page_where_nobody_listens_is_asked_once() throws IOException {
        neighbours.html(TARGET, "<p>nothing");
        String body = "<a href=\"" + TARGET + "\">x</a>";
        assertThat(run(body)).isEmpty();
        assertThat(neighbours.heard).hasSize(1);
        assertThat(kept).endsWith(" none\n");
        run(body);
        assertThat(neighbours.heard).isEmpty();
        assertThat(run("gone")).isEmpty();
        assertThat(neighbours.heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void who_does_not_answer_is_asked_by_one_more_run(int status) throws IOException {
        neighbours.put("https://noor.example/wm?a=b", Neighbours.Page.of(status));
        String body = "<a href=\"" + TARGET + "\">x</a>";
        assertThat(run(body)).containsExactly(told(Result.FAILED, TARGET + ": its endpoint answers " + status));
        assertThat(run(body))
                .containsExactly(told(
                        Result.LATER,
                        TARGET + ": its endpoint answers " + status + ", twice; left alone until the piece changes"));
        assertThat(run(body)).isEmpty();
        neighbours.put("https://noor.example/wm?a=b", Neighbours.Page.of(201));
        assertThat(run(body + "!")).containsExactly(told(Result.MENTIONED, TARGET));
    }

    @Test
    void a_page_that_was_away_is_told_when_it_is_back() throws IOException {
        neighbours.put(TARGET, Neighbours.Page.of(502));
        String body = "<a href=\"" + TARGET + "\">x</a>";
        assertThat(run(body)).containsExactly(told(Result.FAILED, TARGET + ": it answers 502"));
        listens();
        assertThat(run(body)).containsExactly(told(Result.MENTIONED, TARGET));
    }

    @Test
    void a_mention_that_is_not_wanted_is_not_repeated() throws IOException {
        neighbours.put("https://noor.example/wm?a=b", Neighbours.Page.of(400));
        String body = "<a href=\"" + TARGET + "\">x</a>";
        assertThat(run(body)).containsExactly(told(Result.FAILED, TARGET + ": its endpoint answers 400"));
        assertThat(run(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200", "201", "202", "204"})
    void every_answer_of_success_is_one(int status) throws IOException {
        neighbours.put("https://noor.example/wm?a=b", Neighbours.Page.of(status));
        assertThat(run("<a href=\"" + TARGET + "\">x</a>")).containsExactly(told(Result.MENTIONED, TARGET));
    }

    @Test
    void an_endpoint_may_lie_behind_a_redirect() throws IOException {
        neighbours.put(
                "https://noor.example/wm?a=b",
                new Neighbours.Page(
                        308,
                        "text/html",
                        "",
                        List.of(java.util.Map.entry("Location", neighbours.here("https://wm.example/in")))));
        neighbours.put("https://wm.example/in", Neighbours.Page.of(202));
        assertThat(run("<a href=\"" + TARGET + "\">x</a>")).containsExactly(told(Result.MENTIONED, TARGET));
        assertThat(posts()).hasSize(2);
    }

    @Test
    void a_piece_that_is_gone_is_taken_back_where_it_was_told() throws IOException {
        run("<a href=\"" + TARGET + "\">x</a>");
        Piece gone = Piece.gone("articles/a/", URI.create(neighbours.here(SOURCE)));
        String before = kept;
        assertThat(run(List.of(gone), new Seen.Nothing()))
                .containsExactly(new Told("/articles/a/", Result.WITHDRAWN, neighbours.here(TARGET)));
        kept = before;
        // Its place leads on to a page that leads there: nothing was taken back.
        assertThat(run(List.of(gone), new Seen.There(Set.of(neighbours.here(TARGET)))))
                .isEmpty();
        assertThat(posts()).isEmpty();
        assertThat(kept).doesNotContain("noor.example");
    }

    @Test
    void our_own_pages_and_what_is_no_page_are_not_told() throws IOException {
        assertThat(run("<a href=\"https://blog.example/b/\">x</a><a href=mailto:a@b.example>x</a><a href='#x'>x</a>"
                        + "<a href='http://user@noor.example/'>x</a><a>x</a>"))
                .isEmpty();
        assertThat(neighbours.heard).isEmpty();
    }

    @Test
    void the_file_is_sorted_and_a_damaged_one_is_not_believed() {
        Diagnostics diagnostics = new Diagnostics();
        String text = "/b/ https://z.example/ " + "0".repeat(32) + " sent\n/a/ https://y.example/ " + "1".repeat(32)
                + " none\n/a/ https://x.example/ " + "2".repeat(32) + " away\n";
        Sent sent = Sent.read(text, Place.of(Sent.FILE), diagnostics);
        assertThat(sent.text().lines().filter(line -> !line.startsWith("#")))
                .hasSize(3)
                .isSorted();
        assertThat(Sent.read(sent.text(), Place.of(Sent.FILE), diagnostics)).isEqualTo(sent);
        assertThat(diagnostics.all()).isEmpty();
        assertThat(Sent.read(text + "<<<<<<< HEAD\n", Place.of(Sent.FILE), diagnostics))
                .isEqualTo(Sent.nothing());
        assertThat(diagnostics.all()).singleElement().asString().startsWith("webmentions.lock:4:1: warning");
    }
}
