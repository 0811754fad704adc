package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.site.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments on GitHub Discussions, as its GraphQL schema describes them, and as nobody does. */
final class DiscussionsTest {
    private static final String SERVER = "https://api.github.com/graphql";
    private static final String LIST = SERVER + " discussions(first: 10";
    private static final String END = "\"pageInfo\": {\"hasNextPage\": false, \"endCursor\": null}";

    @TempDir
    private Path folder;

    private GatherScene scene;
    private Optional<String> token = Optional.of("secret");

    @BeforeEach
    void start() {
        Settings.Discussions place = new Settings.Discussions("acme", "blog", "Blog");
        scene = new GatherScene(folder, "", web -> new Discussions(web, place, token));
        scene.web.page(
                SERVER + " discussionCategories",
                "{\"data\": {\"repository\": {\"isPrivate\": false, \"discussionCategories\": {\"nodes\": "
                        + "[{\"id\": \"DIC_1\", \"name\": \"General\"}, {\"id\": \"DIC_2\", \"name\": \"Blog\"}]}}}}");
        list(discussion("articles/a/", "", said("DC_1", "First *words*", "", said("DC_2", "Second", "", null))));
    }

    private void list(String... discussions) {
        scene.web.page(
                LIST,
                "{\"data\": {\"rateLimit\": {\"remaining\": 4000}, \"repository\": {\"discussions\": {" + END
                        + ", \"nodes\": [" + String.join(",", discussions) + "]}}}}");
    }

    private static String discussion(String title, String body, String... comments) {
        return "{\"id\": \"D_1\", \"title\": \"" + title
                + "\", \"url\": \"https://github.com/acme/blog/discussions/1\", "
                + "\"body\": \"" + body + "\", \"reactions\": {" + END + ", \"nodes\": []}, \"comments\": {" + END
                + ", \"nodes\": [" + String.join(",", comments) + "]}}";
    }

    private static String said(String id, String body, String more, String replies) {
        String below = replies == null ? "" : ", \"replies\": {" + END + ", \"nodes\": [" + replies + "]}";
        return """
                {"id": "%s", "url": "https://github.com/acme/blog/discussions/1#%s", "body": "%s",
                 "author": {"login": "noor", "url": "https://github.com/noor", "name": "Noor H", "email": "noor@mail.example"},
                 "createdAt": "2026-05-02T10:00:00Z", "lastEditedAt": null, "deletedAt": null, "isMinimized": false%s%s}""".formatted(id, id, body, more, below);
    }

    @Test
    void comments_come_with_their_replies_and_a_second_time_changes_nothing() {
        assertThat(scene.gather()).isEqualTo(new Gatherer.Report(2, 0, 0, 0, 0));
        assertThat(scene.told()).isEmpty();
        assertThat(scene.fileWith("First")).contains("""
                        kind: comment
                        origin:
                          source: discussions
                          id: DC_1
                          url: https://github.com/acme/blog/discussions/1#DC_1
                        author:
                          name: Noor H
                          handle: '@noor'
                          url: https://github.com/noor
                        published: 2026-05-02T10:00:00Z
                        format: markdown
                        text: First *words*
                        moderation: pending
                        """);
        assertThat(scene.fileWith("Second")).contains("parent: discussions-dc-1-");
        assertThat(scene.files().toString()).doesNotContain("mail.example");
        Map<String, String> before = scene.files();
        assertThat(scene.gather()).isEqualTo(new Gatherer.Report(0, 0, 0, 2, 0));
        assertThat(scene.files()).isEqualTo(before);
        assertThat(scene.web.asked.get(1).body().orElse("")).contains("\"category\":\"DIC_2\"");
        assertThat(scene.web.asked.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "a, , true",
        "articles/a, , true",
        "/articles/a/, , true",
        "https://blog.example.com/articles/a/, , true",
        "A chat, see https://www.blog.example.com/articles/a/?utm_source=x today, true",
        "A chat, see https://elsewhere.example/articles/a/, false",
        "articles/b/, , false",
        "'', , false"
    })
    void a_discussion_is_a_pieces_by_title_or_by_address(String title, String body, boolean is) {
        list(discussion(title, body == null ? "" : body, said("DC_1", "First", "", "")));
        assertThat(scene.gather().added()).isEqualTo(is ? 1 : 0);
    }

    @Test
    void what_vanished_deleted_or_minimised_is_removed() {
        list(discussion(
                "a", "", said("DC_1", "First", "", ""), said("DC_2", "Second", "", ""), said("DC_3", "Third", "", "")));
        scene.gather();
        list(discussion(
                "a",
                "",
                said("DC_1", "First", "", "").replace("\"deletedAt\": null", "\"deletedAt\": \"2026-05-03T00:00:00Z\""),
                said("DC_2", "Second", "", "").replace("\"isMinimized\": false", "\"isMinimized\": true")));
        assertThat(scene.gather().removed()).isEqualTo(3);
        assertThat(scene.files().toString())
                .doesNotContain("First")
                .doesNotContain("Second")
                .doesNotContain("Third");
    }

    @Test
    void a_comment_of_nobody_is_kept() {
        list(discussion(
                "a", "", said("DC_1", "First", "", "").replaceFirst("(?s)\"author\": \\{.*?\\}", "\"author\": null")));
        scene.gather();
        assertThat(scene.fileWith("First")).doesNotContain("author");
    }

    @Test
    void reactions_that_approve_are_likes_of_who_gave_them() {
        list(discussion("a", "")
                .replace("\"reactions\": {" + END + ", \"nodes\": []}", "\"reactions\": {" + END + """
                , "nodes": [
                  {"content": "HEART", "createdAt": "2026-05-02T10:00:00Z", "user": {"login": "ann", "url": "https://github.com/ann"}},
                  {"content": "ROCKET", "user": {"login": "ann"}}, {"content": "THUMBS_DOWN", "user": {"login": "bob"}},
                  {"content": "THUMBS_UP", "user": null}]}"""));
        assertThat(scene.gather().added()).isEqualTo(1);
        assertThat(scene.fileWith("@ann")).contains("kind: like");
        assertThat(scene.told()).contains("a reaction of nobody was left out");
    }

    @Test
    void everything_that_comes_in_pages_is_read_to_its_end() {
        String more = END.replace("false", "true").replace("null", "\"next\"");
        String comment = said("DC_1", "First", "", said("DC_2", "Second", "", null));
        comment = comment.replace("\"replies\": {" + END, "\"replies\": {" + more);
        String discussion = discussion("a", "", comment).replace("\"comments\": {" + END, "\"comments\": {" + more);
        scene.web.page(
                LIST,
                "{\"data\": {\"repository\": {\"discussions\": {" + more + ", \"nodes\": [" + discussion + "]}}}}");
        scene.web.page(
                LIST.replace("discussions(first: 10", "\"after\":\"next\",\"category\""),
                "{\"data\": {\"repository\": {\"discussions\": {" + END + ", \"nodes\": ["
                        + discussion("a", "", said("DC_5", "Fifth", "", "")) + "]}}}}");
        scene.web.page(
                SERVER + " ... on Discussion {",
                "{\"data\": {\"node\": {\"comments\": {" + END + ", \"nodes\": [" + said("DC_3", "Third", "", "")
                        + "]}}}}");
        scene.web.page(
                SERVER + " ... on DiscussionComment {",
                "{\"data\": {\"node\": {\"replies\": {" + END + ", \"nodes\": [" + said("DC_4", "Fourth", "", null)
                        + "]}}}}");
        assertThat(scene.gather().added()).isEqualTo(5);
        assertThat(scene.fileWith("Fourth")).contains("parent: discussions-dc-1-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\": null, \"errors\": [{\"type\": \"RATE_LIMITED\", \"message\": \"limit\"}]} | RATE_LIMITED limit",
                "{\"data\": {\"repository\": null}, \"errors\": [{\"type\": \"NOT_FOUND\"}]} | NOT_FOUND",
                "{\"data\": {\"rateLimit\": {\"remaining\": 3}}} | points of this hour are used up",
                "{\"errors\": [{\"message\": \"bad token secret!\"}]} | bad token (secret)!",
                "{\"data\": {\"repository\": null}} | no list of discussions",
                "<html> | HTML came",
            })
    void errors_that_come_with_200_are_told_and_cost_nothing(String body, String reason) {
        scene.gather();
        scene.web.page(LIST, body);
        Gatherer.Report report = scene.gather();
        assertThat(report.failures()).isEqualTo(1);
        assertThat(report.removed()).isZero();
        assertThat(scene.told()).contains(reason);
    }

    @Test
    void a_private_repository_and_a_missing_token_give_nothing() {
        token = Optional.empty();
        scene.gather();
        assertThat(scene.told()).contains("BYLINE_GITHUB_TOKEN");
        assertThat(scene.web.asked).isEmpty();
        token = Optional.of("secret");
        scene.web.page(SERVER + " discussionCategories", "{\"data\": {\"repository\": {\"isPrivate\": true}}}");
        assertThat(scene.gather().added()).isZero();
        assertThat(scene.told()).contains("private");
    }

    @Test
    void a_category_that_is_not_there_is_told() {
        scene.web.page(SERVER + " discussionCategories", "{\"data\": {\"repository\": {\"isPrivate\": false}}}");
        assertThat(scene.gather().failures()).isEqualTo(1);
        assertThat(scene.told()).contains("there is no category \"Blog\"");
    }
}
