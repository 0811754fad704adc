package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.site.Post;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Mastodon's API tells beyond replies. */
final class MastodonTest {
    private static final String API = "https://social.example/api/v1/statuses/10000";

    @TempDir
    private Path folder;

    private GatherScene scene;
    private Optional<String> token = Optional.empty();

    @BeforeEach
    void start() {
        scene = new GatherScene(
                folder, "https://social.example/@giulia/10000", web -> new Mastodon(web, post -> token));
        post(1);
        context(status("20001", "10000", "<p>First</p>", ""));
        scene.web.page(API + "/favourited_by?limit=80", "[]").page(API + "/reblogged_by?limit=80", "[]");
    }

    private void post(int replies) {
        scene.web.page(API, "{\"id\": \"10000\", \"replies_count\": " + replies + "}");
    }

    private void context(String... statuses) {
        scene.web.page(API + "/context", "{\"descendants\": [" + String.join(",", statuses) + "]}");
    }

    private static String status(String id, String parent, String content, String more) {
        return """
                {"id": "%s", "url": "https://town.example/@noor/%s", "created_at": "2026-05-02T10:00:00.000Z",
                 "in_reply_to_id": "%s", "visibility": "public", "language": "en", "content": "%s",
                 "mentions": [{"id": "1", "acct": "giulia", "url": "https://social.example/@giulia"}], %s
                 "account": {"id": "7", "username": "noor", "acct": "noor@town.example", "display_name": "Noor",
                             "url": "https://town.example/@noor"}}""".formatted(id, id, parent, content.replace("\"", "\\\""), more);
    }

    @Test
    void answers_that_are_counted_but_do_not_come_are_told_and_nothing_is_taken_for_withdrawn() {
        scene.gather();
        post(5);
        context(status("20002", "10000", "<p>Second</p>", "\"replies_count\": 2,"));
        assertThat(scene.gather().removed()).isZero();
        assertThat(scene.told()).contains("counts 6 more answers than it tells");
        assertThat(scene.fileWith("First")).contains("moderation: pending");
    }

    @Test
    void a_server_that_still_collects_is_waited_for() {
        scene.gather();
        post(0);
        scene.web.page(
                API + "/context",
                200,
                "{\"descendants\": []}",
                Map.of("Mastodon-Async-Refresh", "id=\"abc\", retry=3, result_count=2"));
        assertThat(scene.gather().removed()).isZero();
        assertThat(scene.told()).contains("still collecting");
    }

    @Test
    void quotes_are_mentions_and_followed_through_their_pages() {
        scene.web.page(
                API + "/quotes?limit=40",
                200,
                "[" + status("30001", "", "<p>Quoting one</p>", "") + "]",
                Map.of("Link", "<" + API + "/quotes?limit=40&max_id=9>; rel=\"next\""));
        scene.web.page(API + "/quotes?limit=40&max_id=9", "[" + status("30002", "999", "<p>Quoting two</p>", "") + "]");
        assertThat(scene.gather().added()).isEqualTo(3);
        assertThat(scene.fileWith("Quoting two")).contains("kind: mention").doesNotContain("parent");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void servers_that_do_not_tell_quotes_cost_nothing(int status) {
        scene.web.page(API + "/quotes?limit=40", "[" + status("30001", "", "<p>Quoting</p>", "") + "]");
        scene.gather();
        scene.web.page(API + "/quotes?limit=40", status, "{}", Map.of());
        Gatherer.Report report = scene.gather();
        assertThat(report.failures()).isZero();
        assertThat(report.removed()).isZero();
        assertThat(scene.told()).isEmpty();
    }

    @Test
    void what_came_before_a_list_failed_is_kept() {
        scene.web.page(API + "/reblogged_by?limit=80", 500, "", Map.of());
        Gatherer.Report report = scene.gather();
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.failures()).isEqualTo(1);
        assertThat(scene.told()).contains("the server answers 500");
    }

    @Test
    void mentions_at_the_start_are_addressing_and_no_content() {
        String mention = "<span class=\"h-card\"><a href=\"https://social.example/@giulia\" class=\"u-url mention\">"
                + "@<span>giulia</span></a></span>";
        context(
                status("20001", "10000", "<p>" + mention + " " + mention + " Well roasted, " + mention + "!</p>", ""),
                status("20002", "10000", "<p>" + mention + "</p>", ""),
                status("20003", "10000", "<p><a href=\"https://a.example/\">This</a> says it</p>", ""));
        scene.gather();
        assertThat(scene.fileWith("Well roasted"))
                .contains("Well roasted, <span class=\"h-card\">")
                .containsPattern("text: '?<p> *Well roasted");
        assertThat(scene.files().get("mastodon-20002")).contains("@<span>giulia</span>");
        assertThat(scene.fileWith("says it")).contains("text: <p><a href=\"https://a.example/\">This</a> says it</p>");
    }

    @Test
    void pictures_that_stand_for_a_word_become_the_word() {
        context(status(
                "20001",
                "10000",
                "<p>Nice <img class=\"emoji\" alt=\":cat:\" src=\"https://t.example/c.png\"></p>",
                ""));
        scene.gather();
        assertThat(scene.fileWith("Nice")).contains("<p>Nice :cat:</p>");
    }

    @Test
    void a_token_is_shown_where_there_is_one() {
        token = Optional.of("secret");
        scene.gather();
        assertThat(scene.web.asked)
                .allMatch(question -> "Bearer secret".equals(question.headers().get("Authorization")));
        assertThat(scene.web.asked.toString()).doesNotContain("secret");
    }

    @Test
    void what_has_not_changed_is_not_read_again() {
        scene.web.pages.replaceAll((address, page) ->
                new FakeWeb.Page(200, page.body(), Map.of("ETag", "W/\"" + address.hashCode() + "\"")));
        scene.gather();
        scene.web.asked.clear();
        Gatherer.Report report = scene.gather();
        assertThat(report).isEqualTo(new Gatherer.Report(0, 0, 0, 1, 0));
        assertThat(scene.web.asked)
                .hasSize(4)
                .allMatch(question -> question.headers().containsKey("If-None-Match"));
        scene.web.page(API + "/context", "{\"descendants\": []}");
        post(0);
        assertThat(scene.gather().removed()).isEqualTo(1);
        scene.web.asked.clear();
        scene.gather(true);
        assertThat(scene.web.asked).noneMatch(question -> question.headers().containsKey("If-None-Match"));
    }

    @Test
    void a_list_that_never_ends_is_read_to_a_limit_and_nothing_of_it_is_taken_for_withdrawn() {
        String likes = API + "/favourited_by?limit=80";
        scene.web.page(likes, "[{\"id\": \"gone\", \"acct\": \"gone\"}]");
        scene.gather();
        for (int i = 0; i < 30; i++) {
            scene.web.page(
                    i == 0 ? likes : likes + "&max_id=" + i,
                    200,
                    "[{\"id\": \"" + i + "\", \"acct\": \"n" + i + "\"}]",
                    Map.of("Link", "<" + likes + "&max_id=" + (i + 1) + ">; rel=\"next\""));
        }
        Gatherer.Report report = scene.gather();
        assertThat(report.added()).isEqualTo(20);
        assertThat(report.removed()).isZero();
        assertThat(scene.told()).contains("more than 20 pages of likes");
    }

    @Test
    void a_server_that_is_down_does_not_fill_the_screen() {
        for (int i = 0; i < 20; i++) {
            scene.site.article(
                    "b" + i,
                    "title: B\nauthor: giulia-ferri\ndate: 2026-05-01\nsyndication: [\"https://down.example/@g/1000" + i
                            + "\"]",
                    "x");
            scene.web.page("https://down.example/api/v1/statuses/1000" + i, 0, "no connection", Map.of());
        }
        assertThat(scene.gather().failures()).isEqualTo(20);
        assertThat(scene.told().lines()).hasSize(6).anyMatch(line -> line.contains("15 more could not be asked"));
    }

    @Test
    void parents_in_a_circle_of_themselves_and_of_nobody_do_no_harm() {
        context(
                status("20001", "20002", "<p>One</p>", ""),
                status("20002", "20001", "<p>Two</p>", ""),
                status("20003", "20003", "<p>Three</p>", ""),
                status("20004", "99999", "<p>Four</p>", ""),
                status("20001", "10000", "<p>Twice</p>", ""));
        assertThat(scene.gather().added()).isEqualTo(4);
        assertThat(scene.fileWith("Three")).doesNotContain("parent");
        assertThat(scene.fileWith("Four")).doesNotContain("parent");
        assertThat(scene.files().toString()).doesNotContain("Twice");
        assertThat(scene.site.problems()).isEmpty();
        assertThat(scene.gather()).isEqualTo(new Gatherer.Report(0, 0, 0, 4, 0));
    }

    @Test
    void what_answers_a_private_status_moves_up_to_what_is_public() {
        context(
                status("20001", "10000", "<p>One</p>", ""),
                status("20002", "20001", "<p>Secret</p>", "").replace("\"public\"", "\"private\""),
                status("20003", "20002", "<p>Three</p>", ""));
        assertThat(scene.gather().added()).isEqualTo(2);
        assertThat(scene.files().toString()).doesNotContain("Secret");
        assertThat(scene.fileWith("Three")).contains("parent: mastodon-20001");
    }

    @Test
    void names_that_cannot_be_seen_or_are_addresses_of_people_or_machines_are_not_kept() {
        context(
                status("20001", "10000", "<p>One</p>", "").replace("\"Noor\"", "\"\\u200b\\u200d\\u200c\\u2063\""),
                status("20002", "10000", "<p>Two</p>", "").replace("\"Noor\"", "\"noor@mail.example\""),
                status("20003", "10000", "<p>Three</p>", "").replace("\"Noor\"", "\"2001:db8::1\""),
                status("20004", "10000", "<p>Four</p>", "").replace("\"Noor\"", "\"\\u202eroon <b>\""));
        scene.gather();
        assertThat(scene.fileWith("One")).doesNotContain("name:");
        assertThat(scene.fileWith("Two")).contains("name: noor\n").doesNotContain("mail.example");
        assertThat(scene.fileWith("Three")).doesNotContain("name:");
        assertThat(scene.fileWith("Four")).contains("name: roon <b>\n");
    }

    @ParameterizedTest
    @CsvSource({
        "https://social.example/@giulia/112233445566, 112233445566",
        "https://social.example/users/giulia/statuses/112233445566, 112233445566",
        "https://gts.example/@giulia/statuses/01HZXQ5V9T3N8Y6K2M4P7R0B1C, 01HZXQ5V9T3N8Y6K2M4P7R0B1C",
        "https://akkoma.example/notice/AbCdEfGhIj1234567, AbCdEfGhIj1234567",
        "https://pixelfed.example/p/giulia/6677889900, 6677889900",
    })
    void posts_are_known_by_their_addresses(String url, String id) {
        Post post = new Mastodon(scene.web, p -> token).postAt(url).orElseThrow();
        assertThat(post.id()).isEqualTo(id);
        assertThat(new Mastodon(scene.web, p -> token).answers(post)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://social.example/@giulia",
                "https://medium.example/@giulia/a-title-0123abcd",
                "https://video.example/@giulia/video/112233445566",
                "http://social.example/@giulia/112233445566",
                "https://www.instagram.com/p/AbCdEf/",
                "https://bsky.app/profile/giulia.example/post/3k",
                "not an address"
            })
    void other_addresses_are_none_of_its(String url) {
        assertThat(new Mastodon(scene.web, p -> token).postAt(url)).isEmpty();
    }
}
