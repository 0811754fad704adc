package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.publish.Line.Result;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.RedditUnderstudy;
import dev.byline.rehearsal.Shown;
import dev.byline.site.Post;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedditTest {
    private static final String TEXT = "Why we sign\n\nBecause. " + Scene.PAGE;
    private static final Map<String, String> USERS = Map.of(Scene.REDDIT_TOKEN, "acme");

    private static RedditUnderstudy reddit() {
        return new RedditUnderstudy(USERS, Set.of("acme_blog"), Clock.systemUTC());
    }

    @Test
    void a_draft_is_a_text_with_a_title_in_the_community_of_the_handle() throws IOException {
        try (Scene scene = Scene.of("reddit")) {
            scene.publish(scene.draft(TEXT));
            assertThat(scene.understudy.shown())
                    .extracting(Shown::by, Shown::text)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("u/acme in r/acme_blog", TEXT));
            assertThat(scene.ledger().get(0).url().orElse(""))
                    .startsWith("https://www.reddit.com/r/acme_blog/comments/");
            assertThat(scene.server.requests())
                    .containsExactly("POST /api/v1/access_token", "GET /api/v1/me", "POST /api/submit");
        }
    }

    @Test
    void a_draft_that_is_only_a_title_is_a_link_to_the_page() throws IOException {
        StringBuilder body = new StringBuilder();
        Instead network = new Instead(reddit(), asked -> {
            if (asked.path().equals("/api/submit")) {
                body.append(asked.body());
            }
            return Optional.empty();
        });
        try (Scene scene = Scene.of("reddit", network)) {
            scene.publish(scene.draft("Why we sign"));
            assertThat(scene.texts()).containsExactly("Why we sign");
            assertThat(body.toString())
                    .contains("kind=link", "url=https%3A%2F%2Fblog.example.com%2Farticles%2Fa%2F", "resubmit=false");
        }
    }

    @Test
    void a_person_posts_to_the_profile() throws IOException {
        try (Scene scene = Scene.of("reddit")) {
            scene.publish(scene.draft("u/acme", List.of(), TEXT));
            assertThat(scene.understudy.shown()).extracting(Shown::by).containsExactly("u/acme in u_acme");
        }
    }

    @Test
    void a_person_posts_to_the_community_that_the_piece_names() throws IOException {
        try (Scene scene = Scene.of("reddit")) {
            scene.publish(scene.draft("u/acme", Optional.of("r/acme_blog"), List.of(), TEXT));
            assertThat(scene.understudy.shown()).extracting(Shown::by).containsExactly("u/acme in r/acme_blog");
            assertThat(scene.publish(scene.draft("u/giulia", Optional.of("r/acme_blog"), List.of(), TEXT + "!")))
                    .extracting(Line::result)
                    .containsExactly(Result.CHANGED);
        }
    }

    @Test
    void a_token_of_another_person_posts_nothing() throws IOException {
        try (Scene scene = Scene.of("reddit")) {
            assertThat(scene.publish(scene.draft("u/giulia", List.of(), TEXT)))
                    .extracting(Line::detail)
                    .containsExactly("the token is that of u/acme, not of u/giulia");
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void a_link_of_ours_that_is_there_already_is_the_post() throws IOException {
        try (Scene scene = Scene.of("reddit")) {
            scene.publish(scene.draft("Why we sign"));
            String id = scene.ledger().get(0).id();
            scene.kept.clear();
            scene.clock.move(Duration.ofDays(40));
            assertThat(scene.publish(scene.draft("Why we sign")))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
            assertThat(scene.ledger()).extracting(Post::id).containsExactly(id);
            assertThat(scene.texts()).hasSize(1);
        }
    }

    @Test
    void a_link_of_somebody_else_that_is_there_already_is_told() throws IOException {
        RedditUnderstudy network = new RedditUnderstudy(
                Map.of(Scene.REDDIT_TOKEN, "acme", "token-of-marco", "marco"), Set.of("acme_blog"), Clock.systemUTC());
        try (Scene scene = Scene.of("reddit", network)) {
            Map<String, String> marcos = new HashMap<>(scene.environment());
            marcos.put("BYLINE_REDDIT_TOKEN_ACME", "token-of-marco");
            scene.round(marcos, scene.wire(), (article, posts) -> {})
                    .publish(List.of(scene.draft("Look at this")), false);
            scene.kept.clear();
            assertThat(scene.publish(scene.draft("Why we sign")))
                    .extracting(Line::detail)
                    .containsExactly("200: ALREADY_SUB: that link has already been submitted");
            assertThat(scene.texts()).containsExactly("Look at this");
        }
    }

    @Test
    void access_that_runs_out_is_renewed_once() throws IOException {
        try (Scene scene = Scene.of("reddit")) {
            AtomicInteger submits = new AtomicInteger();
            scene.server.suffer(asked -> {
                if (asked.path().equals("/api/submit") && submits.incrementAndGet() == 1) {
                    ((RedditUnderstudy) scene.understudy).expireSessions();
                }
                return Mishap.NONE;
            });
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
            assertThat(scene.server.requests())
                    .containsExactly(
                            "POST /api/v1/access_token",
                            "GET /api/v1/me",
                            "POST /api/submit",
                            "POST /api/v1/access_token",
                            "POST /api/submit");
        }
    }

    @Test
    void access_that_is_not_given_ends_the_accounts_part() throws IOException {
        try (Scene scene = Scene.of("reddit")) {
            Map<String, String> wrong = new HashMap<>(scene.environment());
            wrong.put("BYLINE_REDDIT_TOKEN_ACME", Scene.REDDIT_TOKEN + "-revoked");
            List<Line> lines = scene.round(wrong, scene.wire(), scene.store())
                    .publish(List.of(scene.draft(TEXT), scene.draft(TEXT + "!")), false);
            assertThat(lines).extracting(Line::detail).containsOnly("400: invalid_grant");
            assertThat(scene.server.requests()).hasSize(1);
        }
    }

    @Test
    void an_unknown_community_is_told() throws IOException {
        try (Scene scene = Scene.of("reddit")) {
            List<Outgoing> drafts =
                    List.of(scene.draft("r/nowhere", List.of(), TEXT), scene.draft("r/nowhere", List.of(), TEXT + "!"));
            assertThat(scene.round().publish(drafts, false))
                    .extracting(Line::detail)
                    .containsOnly("200: SUBREDDIT_NOEXIST: that subreddit doesn't exist");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Looks like you've been doing that a lot. Take a break for 5 seconds before trying again. | 6",
                "you are doing that too much. try again in 3 minutes. | 181",
                "you are doing that too much. try again in 1 minute. | 61",
                "Take a break for 900 milliseconds before trying again. | 1",
                "Please try again in an hour. | 3601",
                "you are doing that too much. | 600"
            })
    void a_wait_that_is_told_in_words_is_understood(String words, long seconds) throws IOException {
        String body = "{\"json\": {\"errors\": [[\"RATELIMIT\", \"" + words + "\", \"ratelimit\"]]}}";
        int[] times = {0};
        Instead network = new Instead(
                reddit(),
                asked -> asked.path().equals("/api/submit") && times[0]++ == 0
                        ? Optional.of(Instead.json(200, body))
                        : Optional.empty());
        try (Scene scene = Scene.of("reddit", network)) {
            List<Line> lines = scene.publish(scene.draft(TEXT));
            if (seconds <= 20) {
                assertThat(lines).extracting(Line::result).containsExactly(Result.POSTED);
                assertThat(scene.pauses).hasSize(1);
                assertThat(scene.pauses.get(0).toSeconds()).isEqualTo(seconds);
            } else {
                assertThat(lines.get(0).result()).isEqualTo(Result.FAILED);
                assertThat(lines.get(0).detail()).endsWith("it wants to be left alone for " + seconds + " s");
                assertThat(scene.pauses).isEmpty();
            }
        }
    }

    @Test
    void a_second_post_that_comes_too_soon_is_left_to_the_next_run() throws IOException {
        try (Scene scene = Scene.of("reddit")) {
            ((RedditUnderstudy) scene.understudy).rest(Duration.ofMinutes(9));
            scene.publish(scene.draft(TEXT));
            scene.kept.clear();
            Outgoing second = scene.draft("Another thing\n\nAnd more of it");
            assertThat(scene.publish(second)).extracting(Line::result).containsExactly(Result.FAILED);
            scene.clock.move(Duration.ofMinutes(10));
            assertThat(scene.publish(second)).extracting(Line::result).containsExactly(Result.POSTED);
            assertThat(scene.texts()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "<html>Welcome",
                "{\"json\": null}",
                "{\"json\": {\"errors\": \"none\"}}",
                "{\"json\": {\"errors\": [], \"data\": {\"name\": \"t1_comment\"}}}",
                "{\"json\": {\"errors\": [[]], \"data\": {\"name\": 7}}}",
                "{\"json\": {\"ratelimit\": 1e400, \"errors\": {\"a\": 1}}}"
            })
    void an_answer_that_says_nothing_leaves_it_open_and_is_looked_up(String body) throws IOException {
        RedditUnderstudy reddit = reddit();
        Instead network = new Instead(reddit, asked -> {
            if (!asked.path().equals("/api/submit")) {
                return Optional.empty();
            }
            reddit.answer(asked);
            return Optional.of(Instead.json(200, body));
        });
        try (Scene scene = Scene.of("reddit", network)) {
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.UNCLEAR);
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.FOUND);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "<html>", "{\"data\": {\"children\": 3}}", "{\"error\": 403, \"message\": \"Forbidden\"}"})
    void a_list_that_cannot_be_read_is_not_taken_for_an_empty_one(String body) throws IOException {
        Instead network = new Instead(
                reddit(),
                asked -> asked.path().endsWith("/submitted")
                        ? Optional.of(Instead.json(body.contains("403") ? 403 : 200, body))
                        : Optional.empty());
        try (Scene scene = Scene.of("reddit", network)) {
            scene.server.suffer(asked -> asked.path().equals("/api/submit") ? Mishap.CUT_AFTER : Mishap.NONE);
            scene.publish(scene.draft(TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.UNCLEAR);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void a_token_that_may_not_tell_whose_it_is_posts_and_leaves_the_look_to_a_person() throws IOException {
        Instead network = new Instead(
                reddit(),
                asked -> asked.path().equals("/api/v1/me")
                        ? Optional.of(Instead.json(403, "{\"message\": \"Forbidden\", \"error\": 403}"))
                        : Optional.empty());
        try (Scene scene = Scene.of("reddit", network)) {
            scene.server.suffer(asked -> asked.path().equals("/api/submit") ? Mishap.CUT_AFTER : Mishap.NONE);
            scene.publish(scene.draft(TEXT));
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.TO_SETTLE);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void posts_of_strange_times_in_a_list_are_no_trouble() throws IOException {
        String list = """
                {"data": {"children": [
                  {"data": {"name": "t3_1", "subreddit": "acme_blog", "title": "Why we sign", "created_utc": -1e300}},
                  {"data": {"name": "t3_2", "subreddit": "acme_blog", "title": "Other", "created_utc": 1e300}},
                  {"data": 7}, null]}}""";
        Instead network = new Instead(
                reddit(),
                asked -> asked.path().endsWith("/submitted") ? Optional.of(Instead.json(200, list)) : Optional.empty());
        try (Scene scene = Scene.of("reddit", network)) {
            scene.server.suffer(asked -> asked.path().equals("/api/submit") ? Mishap.CUT_BEFORE : Mishap.NONE);
            scene.publish(scene.draft(TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void a_text_can_be_edited_but_no_title_and_no_link() throws IOException {
        try (Scene scene = Scene.of("reddit")) {
            scene.publish(scene.draft(TEXT));
            assertThat(scene.round().publish(List.of(scene.draft(TEXT + " Indeed.")), true))
                    .extracting(Line::result)
                    .containsExactly(Result.UPDATED);
            assertThat(scene.texts()).containsExactly(TEXT + " Indeed.");
            assertThat(scene.round().publish(List.of(scene.draft("Why they sign\n\nBecause.")), true))
                    .extracting(Line::detail)
                    .containsExactly("titles cannot be edited on Reddit; withdraw it, and publish it as a new post");
            assertThat(scene.texts()).containsExactly(TEXT + " Indeed.");
        }
    }

    @Test
    void what_is_withdrawn_is_gone_and_is_not_posted_again() throws IOException {
        try (Scene scene = Scene.of("reddit")) {
            scene.publish(scene.draft(TEXT));
            assertThat(scene.round().withdraw("a", scene.handle(), scene.ledger()))
                    .extracting(Line::result)
                    .containsExactly(Result.WITHDRAWN);
            assertThat(scene.texts()).isEmpty();
            assertThat(scene.publish(scene.draft(TEXT))).isEmpty();
        }
    }

    @Test
    void what_reddit_does_not_have_is_refused_before_it_is_asked() throws IOException {
        try (Scene scene = Scene.of("reddit")) {
            assertThat(scene.publish(scene.draft("One", "Two")).get(0).detail()).contains("no threads");
            assertThat(scene.publish(scene.draft(List.of(Scene.image()), TEXT))
                            .get(0)
                            .detail())
                    .contains("images do not go");
            assertThat(scene.publish(scene.draft("\n\nNo title")).get(0).detail())
                    .contains("write one");
            assertThat(scene.server.requests()).isEmpty();
        }
    }
}
