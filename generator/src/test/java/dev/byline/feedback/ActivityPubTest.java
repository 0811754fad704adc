package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Conformance;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers on servers that speak ActivityPub, as its specification has them, and as strangers might. */
final class ActivityPubTest {
    private static final String POST = "https://blog.example/posts/1";
    private static final String ONE = "https://town.example/notes/1";
    private static final String TWO = "https://lake.example/notes/2";

    @TempDir
    private Path folder;

    private GatherScene scene;

    @BeforeEach
    void start() {
        scene = new GatherScene(folder, POST, web -> new ActivityPub(web, List.of()));
        post("{\"type\": \"Collection\", \"totalItems\": 1, \"first\": {\"type\": \"CollectionPage\", \"items\": [\""
                + ONE + "\"]}}");
        scene.web.page(ONE, note(ONE, POST, "First", ", \"replies\": \"" + ONE + "/replies\""));
        scene.web.page(ONE + "/replies", "{\"type\": \"Collection\", \"first\": \"" + ONE + "/replies?page=1\"}");
        scene.web.page(
                ONE + "/replies?page=1",
                "{\"type\": \"CollectionPage\", \"items\": [], \"next\": \"" + ONE + "/replies?page=2\"}");
        scene.web.page(
                ONE + "/replies?page=2",
                "{\"type\": \"CollectionPage\", \"items\": [\"" + TWO + "\"], \"next\": \"" + ONE
                        + "/replies?page=1\"}");
        scene.web.page(TWO, note(TWO, ONE, "Second", ""));
        actor("town.example", "noor");
        actor("lake.example", "noor");
    }

    private void post(String replies) {
        scene.web.page(POST, "{\"id\": \"" + POST + "\", \"type\": \"Article\", \"replies\": " + replies + "}");
    }

    private void actor(String host, String name) {
        scene.web.page("https://" + host + "/users/" + name, """
                {"type": "Person", "id": "https://%s/users/%s", "preferredUsername": "%s", "name": "Noor H",
                 "url": [{"type": "Link", "href": "https://%s/@noor", "mediaType": "text/html"}], "inbox": "https://x.example/"}
                """.formatted(host, name, name, host));
    }

    private static String note(String id, String parent, String content, String more) {
        String host = id.replaceFirst("(https://[^/]+).*", "$1");
        return """
                {"@context": "https://www.w3.org/ns/activitystreams", "id": "%s", "type": "Note", "inReplyTo": "%s",
                 "attributedTo": "%s/users/noor", "content": "<p>%s</p>", "contentMap": {"en": "<p>%s</p>"},
                 "published": "2026-05-02T10:00:00Z", "to": ["https://www.w3.org/ns/activitystreams#Public"], "cc": []%s}""".formatted(id, parent, host, content, content, more);
    }

    @Test
    void answers_are_asked_for_where_they_are_from_and_a_second_time_changes_nothing() {
        assertThat(scene.gather()).isEqualTo(new Gatherer.Report(2, 0, 0, 0, 0));
        assertThat(scene.told()).isEmpty();
        assertThat(scene.fileWith("First")).isEqualTo("""
                        kind: reply
                        origin:
                          source: activitypub
                          id: https://town.example/notes/1
                          url: https://town.example/notes/1
                        author:
                          name: Noor H
                          handle: '@noor@town.example'
                          url: https://town.example/@noor
                        published: 2026-05-02T10:00:00Z
                        language: en
                        format: html
                        text: <p>First</p>
                        moderation: pending
                        """);
        assertThat(scene.fileWith("Second")).contains("parent: activitypub-https-town-example-notes-1-");
        assertThat(scene.web.asked)
                .allMatch(question -> question.headers().get("Accept").contains("activitystreams"));
        Map<String, String> before = scene.files();
        assertThat(scene.gather()).isEqualTo(new Gatherer.Report(0, 0, 0, 2, 0));
        assertThat(scene.files()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"as:Public, 2", "Public, 2", "https://town.example/users/noor/followers, 0", "'', 0"})
    void only_what_is_for_everybody_is_taken(String to, int taken) {
        scene.web.pages.replaceAll((address, page) -> new FakeWeb.Page(
                200,
                page.body().replace("[\"https://www.w3.org/ns/activitystreams#Public\"]", "\"" + to + "\""),
                page.headers()));
        assertThat(scene.gather().added()).isEqualTo(taken);
    }

    @Test
    void what_a_server_says_of_others_people_is_not_believed() {
        post("{\"items\": [" + note(ONE, POST, "Forged", "") + ", "
                + note("https://blog.example/notes/7", POST, "Own", "") + "]}");
        actor("blog.example", "noor");
        scene.gather();
        assertThat(scene.files().toString()).contains("First").contains("Own").doesNotContain("Forged");
    }

    @Test
    void an_answer_under_the_name_of_another_server_or_to_something_else_is_left_out() {
        scene.web.page(
                ONE, note(ONE, POST, "First", "").replace("https://town.example/users", "https://lake.example/users"));
        assertThat(scene.gather().added()).isZero();
        scene.web.page(ONE, note(ONE, "https://elsewhere.example/1", "First", ""));
        assertThat(scene.gather().added()).isZero();
        scene.web.page(ONE, note(ONE + "0", POST, "First", ""));
        assertThat(scene.gather().added()).isZero();
    }

    @Test
    void addresses_for_people_that_lead_to_another_server_are_not_kept() {
        scene.web.page(ONE, note(ONE, POST, "First", ", \"url\": \"https://evil.example/login\""));
        scene.web.page(
                "https://town.example/users/noor",
                "{\"preferredUsername\": \"noor\", \"url\": [{\"href\": \"https://evil.example/\"}, 7]}");
        scene.gather();
        assertThat(scene.fileWith("First"))
                .contains("url: https://town.example/notes/1")
                .contains("url: https://town.example/users/noor")
                .doesNotContain("evil");
    }

    @Test
    void a_tombstone_or_an_address_with_nothing_is_a_removal() {
        scene.gather();
        scene.web.page(TWO, "{\"id\": \"" + TWO + "\", \"type\": \"Tombstone\", \"formerType\": \"Note\"}");
        assertThat(scene.gather().removed()).isEqualTo(1);
        scene.web.page(ONE, 410, "", Map.of());
        assertThat(scene.gather().removed()).isEqualTo(1);
        assertThat(scene.files().toString()).doesNotContain("First").doesNotContain("Second");
    }

    @Test
    void a_server_that_wants_signatures_is_told_and_costs_only_its_own() {
        scene.gather();
        scene.web.page(TWO, 401, "", Map.of());
        Gatherer.Report report = scene.gather();
        assertThat(report.failures()).isZero();
        assertThat(report.removed()).isZero();
        assertThat(scene.told()).contains("wants a token");
        scene.web.page(POST, 401, "", Map.of());
        assertThat(scene.gather()).isEqualTo(new Gatherer.Report(0, 0, 0, 0, 0));
        assertThat(scene.told()).contains("do not sign");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://town.example/1",
                "https://127.0.0.1/1",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://127.1/",
                "https://localhost/",
                "https://db.internal/",
                "https://printer.local/",
                "https://town.example:8443/",
                "https://user:pass@town.example/",
                "file:///etc/passwd",
                "https://town.example.10/"
            })
    void addresses_that_are_no_public_servers_are_never_asked(String address) {
        post("{\"items\": [\"" + address + "\", {\"id\": \"" + address + "\", \"type\": \"Note\"}], \"next\": \""
                + address + "\", \"first\": \"" + address + "\"}");
        scene.gather();
        assertThat(scene.web.addresses()).containsExactly(POST);
        assertThat(new ActivityPub(scene.web, List.of()).postAt(address)).isEmpty();
    }

    @Test
    void a_list_that_never_ends_is_read_to_a_limit() {
        post("\"https://blog.example/r/0\"");
        for (int i = 0; i < 1_000; i++) {
            scene.web.page("https://blog.example/r/" + i, "{\"next\": \"https://blog.example/r/" + (i + 1) + "\"}");
        }
        scene.gather();
        assertThat(scene.web.asked).hasSize(300);
        assertThat(scene.told()).contains("more than 300 requests");
    }

    @Test
    void answers_to_answers_are_read_to_a_depth() {
        post("{\"items\": [\"https://blog.example/d/1\"]}");
        actor("blog.example", "noor");
        for (int i = 1; i < 30; i++) {
            scene.web.page(
                    "https://blog.example/d/" + i,
                    note(
                            "https://blog.example/d/" + i,
                            i == 1 ? POST : "https://blog.example/d/" + (i - 1),
                            "Deep " + i + ".",
                            ", \"replies\": {\"items\": [\"https://blog.example/d/" + (i + 1) + "\"]}"));
        }
        assertThat(scene.gather().added()).isEqualTo(10);
        assertThat(scene.told()).contains("deeper than 10");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 405, 406, 415})
    void a_page_for_people_gives_nothing_and_is_no_fault(int status) {
        scene.web.page(POST, status, "<!doctype html><title>A post</title>", Map.of());
        assertThat(scene.gather()).isEqualTo(new Gatherer.Report(0, 0, 0, 0, 0));
        assertThat(scene.told()).isEmpty();
    }

    @Test
    void other_sources_know_their_addresses_better() {
        ActivityPub source = new ActivityPub(scene.web, List.of(new Lemmy(scene.web), new Bluesky(scene.web)));
        assertThat(source.postAt("https://lemmy.example/post/1")).isEmpty();
        assertThat(source.postAt("https://bsky.app/profile/a.example/post/1")).isEmpty();
        assertThat(source.postAt("https://www.linkedin.com/posts/giulia-1")).isEmpty();
        assertThat(source.postAt(POST)).isPresent();
    }

    @Test
    void shapes_of_real_servers_are_read_without_a_word_too_many() throws IOException {
        Path shapes = Conformance.file("granary");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shapes, "*.as2.json")) {
            for (Path file : files) {
                post("{\"items\": [\"" + ONE + "\"]}");
                scene.web.page(ONE, Files.readString(file));
                assertThat(scene.gather().failures()).as(file.toString()).isZero();
            }
        }
    }
}
