package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments on Lemmy, as its API describes them, and as nobody does. */
final class LemmyTest {
    private static final String API = "https://lemmy.example/api/v3/";

    @TempDir
    private Path folder;

    private GatherScene scene;

    @BeforeEach
    void start() {
        scene = new GatherScene(folder, "https://lemmy.example/post/77", Lemmy::new);
        post(2, "");
        page(1, comment("12", "0.12", "First *words*", ""), comment("34", "0.12.34", "Second", ""));
        page(2);
    }

    private void post(int comments, String more) {
        scene.web.page(
                API + "post?id=77",
                "{\"post_view\": {\"post\": {\"id\": 77" + more + "}, \"counts\": {\"comments\": " + comments + "}}}");
    }

    private void page(int number, String... comments) {
        scene.web.page(
                API + "comment/list?post_id=77&type_=All&sort=Old&limit=50&page=" + number,
                "{\"comments\": [" + String.join(",", comments) + "]}");
    }

    private static String comment(String id, String path, String content, String more) {
        return """
                {"comment": {"id": %s, "content": "%s", "published": "2026-05-02T10:00:00.123456", "path": "%s",
                             "ap_id": "https://far.example/comment/9%s", "deleted": false, "removed": false%s},
                 "creator": {"id": 5, "name": "noor", "display_name": "Noor H", "actor_id": "https://far.example/u/noor",
                             "matrix_user_id": "@noor:far.example"},
                 "counts": {"score": 3}}""".formatted(id, content, path, id, more);
    }

    @Test
    void comments_come_with_their_threads_and_a_second_time_changes_nothing() {
        assertThat(scene.gather()).isEqualTo(new Gatherer.Report(2, 0, 0, 0, 0));
        assertThat(scene.told()).isEmpty();
        assertThat(scene.fileWith("First")).isEqualTo("""
                        kind: reply
                        origin:
                          source: lemmy
                          id: https://lemmy.example/comment/12
                          url: https://far.example/comment/912
                        author:
                          name: Noor H
                          handle: '@noor@far.example'
                          url: https://far.example/u/noor
                        published: 2026-05-02T10:00:00.123456Z
                        format: markdown
                        text: First *words*
                        moderation: pending
                        """);
        assertThat(scene.fileWith("Second")).containsPattern("parent: lemmy-https-lemmy-example-comment-12-");
        Map<String, String> before = scene.files();
        assertThat(scene.gather()).isEqualTo(new Gatherer.Report(0, 0, 0, 2, 0));
        assertThat(scene.files()).isEqualTo(before);
    }

    @Test
    void answers_that_come_before_what_they_answer_find_it() {
        page(1, comment("34", "0.12.34", "Second", ""));
        page(2, comment("12", "0.12", "First", ""));
        page(3);
        scene.gather();
        assertThat(scene.fileWith("Second")).contains("parent: lemmy-");
    }

    @Test
    void what_was_deleted_loses_its_words_and_keeps_its_place() {
        scene.gather();
        page(1, comment("12", "0.12", "", ", \"deleted\": true"), comment("34", "0.12.34", "Second", ""));
        assertThat(scene.gather().removed()).isEqualTo(1);
        assertThat(scene.files().toString()).doesNotContain("First");
        assertThat(scene.fileWith("Second")).contains("parent: lemmy-");
    }

    @Test
    void what_answers_something_that_was_always_removed_moves_up() {
        page(
                1,
                comment("12", "0.12", "x", ""),
                comment("13", "0.12.13", "Bad", ", \"removed\": true"),
                comment("34", "0.12.13.34", "Second", ""));
        assertThat(scene.gather().added()).isEqualTo(2);
        assertThat(scene.files().toString()).doesNotContain("Bad");
        assertThat(scene.fileWith("Second")).containsPattern("parent: lemmy-https-lemmy-example-comment-12-");
    }

    @Test
    void comments_that_are_counted_but_do_not_come_are_told_and_nothing_is_taken_for_withdrawn() {
        scene.gather();
        page(1);
        assertThat(scene.gather().removed()).isZero();
        assertThat(scene.told()).contains("counts 2 more answers than it tells");
    }

    @Test
    void a_server_that_gives_the_same_page_for_ever_is_asked_twice() {
        page(2, comment("12", "0.12", "First *words*", ""), comment("34", "0.12.34", "Second", ""));
        assertThat(scene.gather().added()).isEqualTo(2);
        assertThat(scene.web.asked).hasSize(3);
    }

    @Test
    void a_post_that_was_deleted_is_told_and_its_answers_stay() {
        scene.gather();
        post(0, ", \"deleted\": true");
        assertThat(scene.gather().removed()).isZero();
        assertThat(scene.told()).contains("the post is gone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lemmy.example/comment/77",
                "https://lemmy.example/post/",
                "https://lemmy.example/post/abc",
                "http://lemmy.example/post/77",
                "https://user@lemmy.example/post/77"
            })
    void other_addresses_are_none_of_its(String url) {
        assertThat(new Lemmy(scene.web).postAt(url)).isEmpty();
    }
}
