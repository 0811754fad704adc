package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.publish.Line.Result;
import dev.byline.rehearsal.LemmyUnderstudy;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.Shown;
import dev.byline.site.Post;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LemmyTest {
    private static final String TEXT = "Why we sign\n\nBecause. " + Scene.PAGE;
    private static final String LOGIN = "acme:pass:word-9f31c7";

    private static LemmyUnderstudy lemmy() {
        return new LemmyUnderstudy(
                Map.of(Scene.TOKEN, "acme", LOGIN, "acme"), List.of("blogs@lemmy.example"), Clock.systemUTC());
    }

    private static Round with(Scene scene, String token) {
        Map<String, String> environment = new HashMap<>(scene.environment());
        environment.put("BYLINE_LEMMY_TOKEN_ACME", token);
        return scene.round(environment, scene.wire(), scene.store());
    }

    @Test
    void a_draft_is_a_link_to_the_page_with_title_and_text_in_its_language() throws IOException {
        try (Scene scene = Scene.of("lemmy")) {
            scene.publish(scene.draft(TEXT));
            assertThat(scene.understudy.shown())
                    .extracting(Shown::by, Shown::text)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("acme in !blogs@lemmy.example", TEXT));
            assertThat(((LemmyUnderstudy) scene.understudy).post(1)).contains("url=" + Scene.PAGE, "language_id=37");
            assertThat(scene.ledger())
                    .extracting(post -> post.url().orElse(""))
                    .containsExactly("https://lemmy.example/post/1");
            assertThat(scene.server.requests())
                    .containsExactly("GET /api/v3/site", "GET /api/v3/community", "POST /api/v3/post");
        }
    }

    @Test
    void an_image_is_what_the_post_links_and_is_described() throws IOException {
        try (Scene scene = Scene.of("lemmy")) {
            scene.publish(scene.draft(List.of(Scene.image()), TEXT));
            assertThat(scene.understudy.shown()).flatExtracting(Shown::images).containsExactly("A dot");
        }
    }

    @Test
    void who_gives_a_password_is_logged_in_and_no_line_tells_it() throws IOException {
        try (Scene scene = Scene.of("lemmy", lemmy())) {
            assertThat(with(scene, LOGIN).publish(List.of(scene.draft(TEXT)), false))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
            scene.kept.clear();
            List<Line> lines = with(scene, LOGIN + "-old").publish(List.of(scene.draft(TEXT)), false);
            assertThat(lines).extracting(Line::detail).containsExactly("401: incorrect_login");
            assertThat(scene.texts()).hasSize(1);
        }
    }

    @Test
    void a_password_that_the_server_says_back_is_told_nowhere() throws IOException {
        for (int status : new int[] {200, 400, 401, 500}) {
            Instead network = new Instead(
                    lemmy(),
                    asked -> Optional.of(Instead.json(status, "{\"error\": \"no pass:word-9f31c7 for acme\"}")));
            try (Scene scene = Scene.of("lemmy", network)) {
                List<Line> lines = with(scene, LOGIN).publish(List.of(scene.draft(TEXT)), false);
                assertThat(lines + LedgerFiles.yaml(scene.ledger())).doesNotContain("word-9f31c7");
            }
        }
    }

    @Test
    void an_error_that_comes_after_the_post_is_there_leaves_it_open_and_is_looked_up() throws IOException {
        LemmyUnderstudy lemmy = lemmy();
        Instead network = new Instead(lemmy, asked -> {
            if (!asked.path().equals("/api/v3/post")) {
                return Optional.empty();
            }
            lemmy.answer(asked);
            return Optional.of(Instead.json(400, "{\"error\": \"couldnt_like_post\"}"));
        });
        try (Scene scene = Scene.of("lemmy", network)) {
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.UNCLEAR);
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.FOUND);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void a_second_factor_is_explained() throws IOException {
        Instead network = new Instead(
                lemmy(),
                asked -> asked.path().endsWith("/login")
                        ? Optional.of(Instead.json(400, "{\"error\": \"missing_totp_token\"}"))
                        : Optional.empty());
        try (Scene scene = Scene.of("lemmy", network)) {
            assertThat(with(scene, LOGIN)
                            .publish(List.of(scene.draft(TEXT)), false)
                            .get(0)
                            .detail())
                    .contains("second factor");
        }
    }

    @Test
    void a_token_that_has_run_out_between_two_requests_ends_the_accounts_part() throws IOException {
        LemmyUnderstudy lemmy = lemmy();
        Instead network = new Instead(lemmy, asked -> {
            if (asked.method().equals("POST") && asked.path().endsWith("/post")) {
                lemmy.expireSessions();
            }
            return Optional.empty();
        });
        try (Scene scene = Scene.of("lemmy", network)) {
            List<Line> lines = with(scene, LOGIN).publish(List.of(scene.draft(TEXT), scene.draft(TEXT + "!")), false);
            assertThat(lines).extracting(Line::detail).containsOnly("400: not_logged_in");
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void an_unknown_community_is_told() throws IOException {
        try (Scene scene = Scene.of("lemmy")) {
            String nowhere = "!nowhere@lemmy.example";
            List<Line> lines = scene.round()
                    .publish(
                            List.of(scene.draft(nowhere, List.of(), TEXT), scene.draft(nowhere, List.of(), "Another")),
                            false);
            assertThat(lines)
                    .extracting(Line::detail)
                    .containsOnly("there is no community !nowhere@lemmy.example for this server");
        }
    }

    @Test
    void a_person_without_a_community_has_nowhere_to_post() throws IOException {
        try (Scene scene = Scene.of("lemmy")) {
            assertThat(scene.publish(scene.draft("@acme@lemmy.example", List.of(), TEXT))
                            .get(0)
                            .detail())
                    .contains("say syndicate: {lemmy: {community:");
            assertThat(scene.server.requests()).isEmpty();
        }
    }

    @Test
    void a_person_posts_to_the_community_that_the_piece_names() throws IOException {
        Optional<String> blogs = Optional.of("!blogs@lemmy.example");
        try (Scene scene = Scene.of("lemmy")) {
            scene.publish(scene.draft("@acme@lemmy.example", blogs, List.of(), TEXT));
            assertThat(scene.understudy.shown()).extracting(Shown::by).containsExactly("acme in !blogs@lemmy.example");
        }
    }

    @Test
    void a_token_of_another_person_posts_nothing() throws IOException {
        Optional<String> blogs = Optional.of("!blogs@lemmy.example");
        try (Scene scene = Scene.of("lemmy")) {
            assertThat(scene.publish(scene.draft("@giulia@lemmy.example", blogs, List.of(), TEXT)))
                    .extracting(Line::detail)
                    .containsExactly("the token is that of @acme, not of @giulia@lemmy.example");
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void a_server_that_wants_no_more_posts_is_left_alone_as_long_as_its_own_limit_says() throws IOException {
        try (Scene scene = Scene.of("lemmy")) {
            List<Outgoing> drafts = new ArrayList<>();
            for (int i = 1; i <= 7; i++) {
                scene.kept.clear();
                drafts.add(scene.draft("Post number " + i));
                scene.publish(drafts.get(i - 1));
            }
            assertThat(scene.texts()).hasSize(6);
            assertThat(scene.ledger())
                    .extracting(Post::reason)
                    .containsExactly("400: rate_limit_error; it wants to be left alone for 100 s");
        }
    }

    @Test
    void a_title_that_is_too_short_is_refused_and_nothing_is_open() throws IOException {
        try (Scene scene = Scene.of("lemmy")) {
            assertThat(scene.publish(scene.draft("No")))
                    .extracting(Line::detail)
                    .containsExactly("400: invalid_post_title");
            assertThat(scene.ledger()).extracting(Post::state).containsExactly(Post.State.FAILED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "<html>",
                "{\"post_view\": 7}",
                "{\"post_view\": {\"post\": {\"id\": \"x\"}}}",
                "{\"post_view\": {\"post\": {\"id\": 1.5}}}",
                "{\"post_view\": {\"post\": {\"id\": 99999999999999999999}}}"
            })
    void an_answer_that_says_nothing_leaves_it_open_and_is_looked_up(String body) throws IOException {
        LemmyUnderstudy lemmy = lemmy();
        Instead network = new Instead(lemmy, asked -> {
            if (!asked.path().equals("/api/v3/post")) {
                return Optional.empty();
            }
            lemmy.answer(asked);
            return Optional.of(Instead.json(200, body));
        });
        try (Scene scene = Scene.of("lemmy", network)) {
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
    @ValueSource(strings = {"{}", "<html>", "{\"posts\": {}}", "{\"error\": \"couldnt_find_person\"}"})
    void a_list_that_cannot_be_read_is_not_taken_for_an_empty_one(String body) throws IOException {
        Instead network = new Instead(
                lemmy(),
                asked -> asked.path().equals("/api/v3/user") ? Optional.of(Instead.json(200, body)) : Optional.empty());
        try (Scene scene = Scene.of("lemmy", network)) {
            scene.server.suffer(asked -> asked.path().equals("/api/v3/post") ? Mishap.CUT_AFTER : Mishap.NONE);
            scene.publish(scene.draft(TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.UNCLEAR);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void an_older_post_of_the_same_title_is_another_one() throws IOException {
        try (Scene scene = Scene.of("lemmy")) {
            scene.publish(scene.draft(TEXT));
            scene.kept.clear();
            scene.clock.move(Duration.ofDays(30));
            scene.server.suffer(asked -> asked.path().equals("/api/v3/post") ? Mishap.CUT_BEFORE : Mishap.NONE);
            scene.publish(scene.draft(TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
            assertThat(scene.texts()).hasSize(2);
        }
    }

    @Test
    void a_title_is_edited_too_and_what_is_deleted_already_counts_as_withdrawn() throws IOException {
        try (Scene scene = Scene.of("lemmy")) {
            scene.publish(scene.draft(TEXT));
            scene.round().publish(List.of(scene.draft("Why they sign\n\nBecause.")), true);
            assertThat(scene.texts()).containsExactly("Why they sign\n\nBecause.");
            List<Post> out = scene.ledger();
            assertThat(scene.round().withdraw("a", scene.handle(), out))
                    .extracting(Line::result)
                    .containsExactly(Result.WITHDRAWN);
            scene.kept.put("a", out);
            assertThat(scene.round().withdraw("a", scene.handle(), out))
                    .extracting(Line::result)
                    .containsExactly(Result.WITHDRAWN);
            assertThat(scene.texts()).isEmpty();
        }
    }
}
