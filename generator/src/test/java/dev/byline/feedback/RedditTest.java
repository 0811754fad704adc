package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments on Reddit, as its listings have them, and as nobody has. */
final class RedditTest {
    private static final String COMMENTS = "https://www.reddit.com/comments/1abc.json?raw_json=1&limit=500";

    @TempDir
    private Path folder;

    private GatherScene scene;

    @BeforeEach
    void start() {
        scene = new GatherScene(
                folder,
                "https://www.reddit.com/r/coffee/comments/1abc/a_title/",
                web -> new Reddit(web, Optional.empty()));
        thread(comment("c1", "t3_1abc", "First", comment("c2", "t1_c1", "Second", "")));
    }

    private void thread(String children) {
        scene.web.page(COMMENTS, listings(children));
    }

    private static String listings(String children) {
        return "[{\"kind\": \"Listing\", \"data\": {\"children\": [{\"kind\": \"t3\", \"data\": {\"id\": \"1abc\"}}]}}, "
                + "{\"kind\": \"Listing\", \"data\": {\"children\": [" + children + "]}}]";
    }

    private static String comment(String id, String parent, String body, String replies) {
        String below =
                replies.isEmpty() ? "\"\"" : "{\"kind\": \"Listing\", \"data\": {\"children\": [" + replies + "]}}";
        return """
                {"kind": "t1", "data": {"id": "%s", "author": "noor_h", "body": "%s", "body_html": "<p>x</p>", "score": 7,
                 "created_utc": 1777716000.0, "edited": false, "parent_id": "%s",
                 "permalink": "/r/coffee/comments/1abc/a_title/%s/", "replies": %s}}""".formatted(id, body, parent, id, below);
    }

    @Test
    void comments_come_with_their_threads_and_a_second_time_changes_nothing() {
        assertThat(scene.gather()).isEqualTo(new Gatherer.Report(2, 0, 0, 0, 0));
        assertThat(scene.told()).isEmpty();
        assertThat(scene.fileWith("First")).isEqualTo("""
                        kind: reply
                        origin:
                          source: reddit
                          id: t1_c1
                          url: https://www.reddit.com/r/coffee/comments/1abc/a_title/c1/
                        author:
                          name: noor_h
                          handle: u/noor_h
                          url: https://www.reddit.com/user/noor_h/
                        published: 2026-05-02T10:00:00Z
                        format: markdown
                        text: First
                        moderation: pending
                        """);
        assertThat(scene.fileWith("Second")).containsPattern("parent: reddit-t1");
        Map<String, String> before = scene.files();
        assertThat(scene.gather()).isEqualTo(new Gatherer.Report(0, 0, 0, 2, 0));
        assertThat(scene.files()).isEqualTo(before);
    }

    @Test
    void what_was_deleted_loses_its_words_and_keeps_its_place() {
        scene.gather();
        thread(comment("c1", "t3_1abc", "[deleted]", comment("c2", "t1_c1", "Second", ""))
                .replace("\"noor_h\", \"body\": \"[deleted]\"", "\"[deleted]\", \"body\": \"[deleted]\""));
        assertThat(scene.gather().removed()).isEqualTo(1);
        assertThat(scene.files().toString()).doesNotContain("First").doesNotContain("[deleted]");
        assertThat(scene.fileWith("Second")).contains("parent: reddit-");
    }

    @Test
    void what_stands_behind_more_is_told_and_nothing_is_taken_for_withdrawn() {
        scene.gather();
        thread("{\"kind\": \"more\", \"data\": {\"count\": 12, \"children\": [\"c1\", \"c2\"]}}");
        assertThat(scene.gather().removed()).isZero();
        assertThat(scene.told()).contains("12 answers stand behind \"more\"");
        thread("{\"kind\": \"more\", \"data\": {\"count\": 0, \"id\": \"_\"}}");
        scene.gather();
        assertThat(scene.told()).contains("continue this thread");
    }

    @Test
    void with_a_token_the_other_server_is_asked() {
        GatherScene other =
                new GatherScene(folder, "https://redd.it/1abc", web -> new Reddit(web, Optional.of("secret")));
        other.web.page("https://oauth.reddit.com/comments/1abc?raw_json=1&limit=500", listings(""));
        assertThat(other.gather().failures()).isZero();
        assertThat(other.web.asked.get(0).headers()).containsEntry("Authorization", "Bearer secret");
        assertThat(other.told()).isEmpty();
    }

    @Test
    void an_edit_is_followed() {
        scene.gather();
        thread(comment("c1", "t3_1abc", "Changed", comment("c2", "t1_c1", "Second", ""))
                .replaceFirst("\"edited\": false", "\"edited\": 1777719600.0"));
        assertThat(scene.gather().updated()).isEqualTo(1);
        assertThat(scene.fileWith("Changed")).contains("edited: 2026-05-02T11:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.reddit.com/r/coffee/comments/1abc/a_title/, t3_1abc",
        "https://old.reddit.com/comments/1abc, t3_1abc",
        "https://www.reddit.com/user/byline-x/comments/1abc/a/, t3_1abc",
        "https://redd.it/1abc, t3_1abc",
        "https://reddit.com.evil.example/comments/1abc, ",
        "https://www.reddit.com/r/coffee/, ",
        "https://redd.it/../1abc, "
    })
    void posts_are_known_by_their_addresses(String url, String id) {
        assertThat(new Reddit(scene.web, Optional.empty()).postAt(url).map(post -> post.id()))
                .isEqualTo(Optional.ofNullable(id));
    }
}
